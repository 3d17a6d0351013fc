package psyscall.checker.worker;

import java.util.List;

/// Where a worker gets the states that it expands, and leaves those it meets: the order of a
/// search. One object for each worker.
public sealed interface Frontier permits LevelShare, StateStack, RandomWalks {
  /// In place of a position: all steps out of a state are taken.
  int ALL = -1;

  /// Takes states to expand.
  ///
  /// @param numbers gets their numbers
  /// @return how many; 0 if there are none
  int take(int[] numbers);

  /// Takes back states that were not expanded, so that they are taken again first.
  ///
  /// @param numbers holds what [#take] gave last
  /// @param from the first of them that was not expanded
  /// @param to one above the last
  void giveBack(int[] numbers, int from, int to);

  /// A step leads to a state that was not met before.
  ///
  /// @param number its number
  /// @param parent the number of the state before
  void met(int number, int parent);

  /// A step leads to a state that is known.
  ///
  /// @param number its number
  default void metAgain(int number) {}

  /// Which of the steps out of a state is taken.
  ///
  /// @param steps how many there are, at least 1
  /// @return a position, or [#ALL]
  default int chosen(int steps) {
    return ALL;
  }

  /// The walk to the state that is expanded.
  ///
  /// @return the numbers of its states from the initial one; empty if the search does not walk
  default List<Integer> walk() {
    return List.of();
  }
}

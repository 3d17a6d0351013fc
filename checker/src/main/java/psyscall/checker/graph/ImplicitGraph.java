package psyscall.checker.graph;

import java.util.ArrayList;
import java.util.List;
import psyscall.checker.problem.BitMask;
import psyscall.checker.problem.Explored;
import psyscall.checker.problem.Problem;
import psyscall.checker.problem.Tags;
import psyscall.checker.store.StateRange;
import psyscall.checker.store.StateStore;

/// The graph that a search explored: its states are stored, and the steps out of a state are
/// computed again whenever they are asked for.
///
/// An edge costs no memory that way. Stored with its kind it would take 4 bytes, and a state has
/// several, which is more than most states take themselves.
///
/// @param problem what was searched
/// @param tags tables about its steps
/// @param ending the bits that tell that a run has ended
/// @param store the states
/// @param levels the states as ranges of numbers, those met first first
public record ImplicitGraph(
    Problem problem, Tags tags, BitMask ending, StateStore store, List<List<StateRange>> levels) {
  /// How many states are visited between two looks at whether to go on, at most.
  private static final int PIECE = 2048;

  /// Copies the levels.
  public ImplicitGraph {
    levels = List.copyOf(levels);
  }

  /// The graph of a search.
  ///
  /// @param problem what was searched
  /// @param explored what the search left behind
  /// @return its graph
  public static ImplicitGraph of(Problem problem, Explored explored) {
    return new ImplicitGraph(
        problem,
        Tags.of(problem),
        BitMask.ending(problem.layout()),
        explored.store(),
        explored.order().levels());
  }

  /// Where a thread stands in the graph.
  ///
  /// @return a fresh cursor
  Cursor cursor() {
    return new Cursor(this);
  }

  /// The states of a level in pieces.
  ///
  /// @param level its position among the levels
  /// @return ranges of a length that bounds how long a thread does not look up
  List<StateRange> level(int level) {
    List<StateRange> pieces = new ArrayList<>();
    levels.get(level).forEach(range -> cut(range, pieces));
    return pieces;
  }

  /// All states in pieces, those of the last level first.
  ///
  /// @return ranges as in [#level]
  List<StateRange> fromTheDeepest() {
    List<StateRange> pieces = new ArrayList<>();
    levels.forEach(level -> level.forEach(range -> cut(range, pieces)));
    return pieces.reversed();
  }

  private static void cut(StateRange range, List<StateRange> pieces) {
    for (int from = range.from(); from < range.to(); from += PIECE) {
      pieces.add(new StateRange(from, Math.min(range.to(), from + PIECE)));
    }
  }
}

package psyscall.checker.graph;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import psyscall.checker.store.StateStore;

/// Looks for the first level of a graph in which there is a state of some kind, and takes the one
/// that is least by content there, so that it does not depend on the number of threads.
final class LeastStates {

  /// A kind of states.
  @FunctionalInterface
  interface Kind {
    /// Whether a state is of this kind.
    ///
    /// @param cursor has not moved to the state
    /// @param number the state's number
    boolean has(Cursor cursor, int number);
  }

  private final ImplicitGraph graph;
  private final List<? extends Kind> kinds;
  private final int[] found;

  private LeastStates(ImplicitGraph graph, List<? extends Kind> kinds) {
    this.graph = graph;
    this.kinds = kinds;
    this.found = new int[kinds.size()];
    Arrays.fill(found, StateStore.NONE);
  }

  /// Looks for states of several kinds at a time.
  ///
  /// @param graph where
  /// @param kinds which
  /// @param crew who looks
  /// @return for each kind a state's number, or that there is none
  /// @throws Unfinished if the crew was told to end
  static List<OptionalInt> of(ImplicitGraph graph, List<? extends Kind> kinds, Crew crew)
      throws Unfinished {
    LeastStates least = new LeastStates(graph, kinds);
    List<Look> looks = crew.staff(() -> least.new Look());
    for (int level = 0; level < graph.levels().size() && least.isOpen(); level++) {
      crew.run(graph.level(level), looks);
      looks.forEach(Look::hand);
      looks.forEach(Look::lookOnlyForOthers);
    }
    return least.answers();
  }

  private boolean isOpen() {
    return Arrays.stream(found).anyMatch(number -> number == StateStore.NONE);
  }

  private List<OptionalInt> answers() {
    return IntStream.of(found)
        .mapToObj(n -> n == StateStore.NONE ? OptionalInt.empty() : OptionalInt.of(n))
        .toList();
  }

  /// The lesser of two states by content, of which one or both may be none.
  ///
  /// @param store where they are
  /// @param one a number, or [StateStore#NONE]
  /// @param other the same
  static int lesser(StateStore store, int one, int other) {
    if (one == StateStore.NONE) {
      return other;
    }
    return other == StateStore.NONE || store.compare(one, other) <= 0 ? one : other;
  }

  /// What one thread found in the level that is looked at.
  private final class Look implements Crew.Visitor {
    private final Cursor cursor = graph.cursor();
    private final int[] least = new int[kinds.size()];
    private int[] open = IntStream.range(0, kinds.size()).toArray();

    Look() {
      Arrays.fill(least, StateStore.NONE);
    }

    @Override
    public void visit(int from, int to) {
      for (int number = from; number < to; number++) {
        for (int kind : open) {
          if (kinds.get(kind).has(cursor, number)) {
            least[kind] = lesser(graph.store(), least[kind], number);
          }
        }
      }
    }

    /// Hands over what it found, after the level.
    void hand() {
      for (int kind : open) {
        found[kind] = lesser(graph.store(), found[kind], least[kind]);
      }
    }

    /// Looks no more for what somebody found, after all have handed over.
    void lookOnlyForOthers() {
      open = IntStream.of(open).filter(kind -> found[kind] == StateStore.NONE).toArray();
    }
  }
}

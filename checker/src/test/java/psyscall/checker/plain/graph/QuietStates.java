package psyscall.checker.plain.graph;

import java.util.BitSet;
import java.util.OptionalInt;
import java.util.Set;

/// The quiet states of a completely explored graph: those from which no path without environment
/// steps reaches a protocol step or changes a variable that is not declared as polling.
///
/// A state with an enabled protocol step, or with a polling step that brings news, is not quiet;
/// nor is one from which polling steps without news reach such a state. All others are: judged by
/// single steps instead, a poller that is about to bring news would count as quiet. A state in
/// which the run has ended is no quiet state: nothing is waiting there.
public final class QuietStates {
  private final BitSet quiet;

  private QuietStates(BitSet quiet) {
    this.quiet = quiet;
  }

  /// Computes the quiet states.
  ///
  /// @param graph a completely explored graph
  /// @return its quiet states
  public static QuietStates of(StateGraph graph) {
    BitSet moving = new BitSet(graph.states());
    for (int state = 0; state < graph.states(); state++) {
      moving.set(state, canMove(graph, state));
    }
    BitSet quiet = BackwardReachability.of(graph, moving, Set.of(EdgeKind.POLLING));
    quiet.flip(0, graph.states());
    for (int state = 0; state < graph.states(); state++) {
      if (graph.hasEnded(state)) {
        quiet.clear(state);
      }
    }
    return new QuietStates(quiet);
  }

  /// Whether a step out of a state keeps it from being quiet by itself: a necessary condition that
  /// needs only the edges of one state.
  ///
  /// @param graph a graph with the edges of that state
  /// @param state its number
  /// @return whether a protocol step or a polling step with news is enabled there
  public static boolean canMove(StateGraph graph, int state) {
    return graph.leaves(state, EdgeKind.PROTOCOL) || graph.leaves(state, EdgeKind.NEWS);
  }

  /// How many states are quiet.
  ///
  /// @return their number
  public int count() {
    return quiet.cardinality();
  }

  /// Whether a state is quiet.
  ///
  /// @param state its number
  /// @return whether it is
  public boolean contains(int state) {
    return quiet.get(state);
  }

  /// The first quiet state of some, which is one that is reached soonest.
  ///
  /// @param among numbers of states
  /// @return the least number of a quiet state among them
  public OptionalInt first(BitSet among) {
    return among.stream().filter(quiet::get).findFirst();
  }
}

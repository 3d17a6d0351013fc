package psyscall.checker.plain.graph;

import java.util.BitSet;
import java.util.Set;

/// From which states a path over edges of some kinds reaches one of some goals.
///
/// The edges are turned around (counting sort by target) and followed from the goals, each once:
/// linear in states and edges.
public final class BackwardReachability {
  private final StateGraph graph;
  private final Set<EdgeKind> kinds;
  private final int[] starts;
  private final int[] sources;

  private BackwardReachability(StateGraph graph, Set<EdgeKind> kinds) {
    this.graph = graph;
    this.kinds = kinds;
    this.starts = new int[graph.states() + 1];
    for (int state = 0; state < graph.states(); state++) {
      graph.targets(state, kinds, target -> starts[target + 1]++);
    }
    for (int state = 0; state < graph.states(); state++) {
      starts[state + 1] += starts[state];
    }
    this.sources = new int[starts[graph.states()]];
    fillSources();
  }

  /// The states with a path to a goal.
  ///
  /// @param graph a completely explored graph: each target is one of its states
  /// @param goals numbers of states
  /// @param kinds the edges that a path may take
  /// @return the numbers of those states, the goals among them; a set of its own
  public static BitSet of(StateGraph graph, BitSet goals, Set<EdgeKind> kinds) {
    return new BackwardReachability(graph, kinds).from(goals);
  }

  /// Puts each edge's source into its target's slice, `sources[starts[t]..starts[t + 1])`. Moved up
  /// by one, the starts serve as cursors, and each has come to the start of the next slice at the
  /// end.
  private void fillSources() {
    for (int state = graph.states(); state > 0; state--) {
      starts[state] = starts[state - 1];
    }
    for (int state = 0; state < graph.states(); state++) {
      int source = state;
      graph.targets(state, kinds, target -> sources[starts[target + 1]++] = source);
    }
  }

  private BitSet from(BitSet goals) {
    BitSet reaching = (BitSet) goals.clone();
    int[] pending = new int[graph.states()];
    int count = 0;
    for (int goal = goals.nextSetBit(0); goal >= 0; goal = goals.nextSetBit(goal + 1)) {
      pending[count++] = goal;
    }
    while (count > 0) {
      int target = pending[--count];
      for (int at = starts[target]; at < starts[target + 1]; at++) {
        if (!reaching.get(sources[at])) {
          reaching.set(sources[at]);
          pending[count++] = sources[at];
        }
      }
    }
    return reaching;
  }
}

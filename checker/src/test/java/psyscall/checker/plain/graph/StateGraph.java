package psyscall.checker.plain.graph;

import java.util.BitSet;
import java.util.List;
import java.util.Set;
import java.util.function.IntConsumer;
import psyscall.checker.store.IntSequence;

/// The edges of an explored graph; states are numbers in the order in which they were expanded.
///
/// Edges stand in the order of their sources, so that a source costs no entry of its own:
///
/// ```
/// edges [ kind:2 bits, target:30 bits | ... ]
/// ends  [ number of edges of the states 0..i | ... ]
/// ```
///
/// That is 4 bytes an edge and 4 bytes a state.
public final class StateGraph {
  private static final int TARGET_BITS = 30;
  private static final int TARGET = (1 << TARGET_BITS) - 1;
  private static final List<EdgeKind> KINDS = List.of(EdgeKind.values());

  private final IntSequence edges = new IntSequence();
  private final IntSequence ends = new IntSequence();
  private final BitSet ended = new BitSet();

  /// Starts without states.
  public StateGraph() {}

  /// Adds an edge that leaves the state that comes next, number [#states].
  ///
  /// @param kind its kind
  /// @param target the number of the state it leads to, below 2^30
  @SuppressWarnings("EnumOrdinal") // read back by KINDS, within this object only
  public void addEdge(EdgeKind kind, int target) {
    edges.add(kind.ordinal() << TARGET_BITS | target);
  }

  /// Adds the next state: it has the edges that were added since the one before.
  public void addState() {
    ends.add(edges.size());
  }

  /// Adds the next state, one in which the run is over; it has no edges.
  public void addEndedState() {
    ended.set(states());
    addState();
  }

  /// How many states there are.
  ///
  /// @return their number
  public int states() {
    return ends.size();
  }

  /// How many edges there are.
  ///
  /// @return their number
  public int edges() {
    return edges.size();
  }

  /// Whether the run is over in a state.
  ///
  /// @param state its number
  /// @return whether it is an ended one
  public boolean hasEnded(int state) {
    return ended.get(state);
  }

  /// Whether an edge of a kind leaves a state.
  ///
  /// @param state its number
  /// @param kind the kind
  /// @return whether there is one
  public boolean leaves(int state, EdgeKind kind) {
    for (int edge = firstEdge(state); edge < ends.at(state); edge++) {
      if (kind(edge) == kind) {
        return true;
      }
    }
    return false;
  }

  /// The targets of the edges of some kinds that leave a state.
  ///
  /// @param state its number
  /// @param kinds the kinds
  /// @param each gets the number of each target, once for each edge
  void targets(int state, Set<EdgeKind> kinds, IntConsumer each) {
    for (int edge = firstEdge(state); edge < ends.at(state); edge++) {
      if (kinds.contains(kind(edge))) {
        each.accept(edges.at(edge) & TARGET);
      }
    }
  }

  /// What [BackwardReachability] needs on top, at most.
  ///
  /// @return bytes
  public long analysisBytes() {
    return 4L * edges() + 10L * states();
  }

  private int firstEdge(int state) {
    return state == 0 ? 0 : ends.at(state - 1);
  }

  private EdgeKind kind(int edge) {
    return KINDS.get(edges.at(edge) >>> TARGET_BITS);
  }
}

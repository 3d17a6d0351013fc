package psyscall.checker.plain.graph;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.BitSet;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

final class BackwardReachabilityProperties {
  private static final int STATES = 7;

  record Edge(int source, EdgeKind kind, int target) {}

  @Provide
  Arbitrary<List<Edge>> edges() {
    Arbitrary<Integer> state = Arbitraries.integers().between(0, STATES - 1);
    return Combinators.combine(state, Arbitraries.of(EdgeKind.class), state)
        .as(Edge::new)
        .list()
        .ofMaxSize(16);
  }

  @Provide
  Arbitrary<Set<EdgeKind>> kinds() {
    return Arbitraries.of(EdgeKind.class).set();
  }

  @Provide
  Arbitrary<Set<Integer>> states() {
    return Arbitraries.integers().between(0, STATES - 1).set();
  }

  @Property(tries = 400, edgeCases = EdgeCasesMode.NONE)
  void aStateIsFoundExactlyIfAWalkFromItMeetsAGoal(
      @ForAll("edges") List<Edge> edges,
      @ForAll("kinds") Set<EdgeKind> kinds,
      @ForAll("states") Set<Integer> goals) {
    BitSet goalSet = new BitSet();
    goals.forEach(goalSet::set);

    BitSet found = BackwardReachability.of(graph(edges), goalSet, kinds);

    int[] expected =
        IntStream.range(0, STATES)
            .filter(state -> walk(state, edges, kinds).intersects(goalSet))
            .toArray();
    assertThat(found.stream().toArray()).isEqualTo(expected);
  }

  @Property(tries = 400, edgeCases = EdgeCasesMode.NONE)
  void aStateIsQuietExactlyIfNoWalkOfPollingLeavesPolling(@ForAll("edges") List<Edge> edges) {
    Set<EdgeKind> moves = EnumSet.of(EdgeKind.PROTOCOL, EdgeKind.NEWS);
    QuietStates quiet = QuietStates.of(graph(edges));

    int[] expected =
        IntStream.range(0, STATES)
            .filter(
                state -> {
                  BitSet met = walk(state, edges, Set.of(EdgeKind.POLLING));
                  return edges.stream()
                      .filter(edge -> moves.contains(edge.kind()))
                      .noneMatch(edge -> met.get(edge.source()));
                })
            .toArray();
    assertThat(IntStream.range(0, STATES).filter(quiet::contains).toArray()).isEqualTo(expected);
    assertThat(quiet.count()).isEqualTo(expected.length);
  }

  private static StateGraph graph(List<Edge> edges) {
    StateGraph graph = new StateGraph();
    for (int state = 0; state < STATES; state++) {
      int source = state;
      edges.stream()
          .filter(edge -> edge.source() == source)
          .forEach(edge -> graph.addEdge(edge.kind(), edge.target()));
      graph.addState();
    }
    return graph;
  }

  /// Where edges of some kinds lead, the start included: as many rounds as there are states.
  private static BitSet walk(int start, List<Edge> edges, Set<EdgeKind> kinds) {
    BitSet met = new BitSet();
    met.set(start);
    for (int round = 0; round < STATES; round++) {
      edges.stream()
          .filter(edge -> kinds.contains(edge.kind()) && met.get(edge.source()))
          .forEach(edge -> met.set(edge.target()));
    }
    return met;
  }
}

package psyscall.checker.plain.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static psyscall.checker.plain.graph.EdgeKind.ENVIRONMENT;
import static psyscall.checker.plain.graph.EdgeKind.POLLING;
import static psyscall.checker.plain.graph.EdgeKind.PROTOCOL;

import java.util.BitSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class BackwardReachabilityTest {

  @Test
  void onlyEdgesOfTheNamedKindsAreFollowed() {
    StateGraph graph = new StateGraph();
    graph.addEdge(PROTOCOL, 1);
    graph.addState();
    graph.addEdge(ENVIRONMENT, 2);
    graph.addState();
    graph.addEdge(POLLING, 3);
    graph.addState();
    graph.addState();
    BitSet goals = BitSet.valueOf(new long[] {0b1000});

    assertThat(BackwardReachability.of(graph, goals, Set.of(POLLING, PROTOCOL)).stream())
        .containsExactly(2, 3);
    assertThat(BackwardReachability.of(graph, goals, Set.of(EdgeKind.values())).stream())
        .containsExactly(0, 1, 2, 3);
    assertThat(goals.stream()).containsExactly(3);
  }

  @Test
  void withoutGoalsNothingReachesOne() {
    StateGraph graph = new StateGraph();
    graph.addEdge(PROTOCOL, 0);
    graph.addState();

    assertThat(BackwardReachability.of(graph, new BitSet(), Set.of(PROTOCOL)).stream()).isEmpty();
  }

  @Test
  void cyclesAndDoubleEdgesAreNoTrap() {
    StateGraph graph = new StateGraph();
    graph.addEdge(PROTOCOL, 1);
    graph.addEdge(PROTOCOL, 1);
    graph.addState();
    graph.addEdge(PROTOCOL, 0);
    graph.addEdge(PROTOCOL, 2);
    graph.addState();
    graph.addEdge(PROTOCOL, 2);
    graph.addState();
    graph.addEdge(PROTOCOL, 3);
    graph.addState();
    BitSet goals = BitSet.valueOf(new long[] {0b0100});

    assertThat(BackwardReachability.of(graph, goals, Set.of(PROTOCOL)).stream())
        .containsExactly(0, 1, 2);
  }
}

package psyscall.checker.plain.graph;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class StateGraphTest {

  @Test
  void edgesBelongToTheStateThatIsAddedAfterThem() {
    StateGraph graph = new StateGraph();
    graph.addEdge(EdgeKind.PROTOCOL, 1);
    graph.addEdge(EdgeKind.NEWS, (1 << 30) - 1);
    graph.addState();
    graph.addState();
    graph.addEdge(EdgeKind.POLLING, 0);
    graph.addState();
    List<Integer> targets = new ArrayList<>();

    graph.targets(0, Set.of(EdgeKind.NEWS, EdgeKind.POLLING), targets::add);

    assertThat(targets).containsExactly((1 << 30) - 1);
    assertThat(graph.leaves(0, EdgeKind.PROTOCOL)).isTrue();
    assertThat(graph.leaves(0, EdgeKind.POLLING)).isFalse();
    assertThat(graph.leaves(1, EdgeKind.POLLING)).isFalse();
    assertThat(graph.leaves(2, EdgeKind.POLLING)).isTrue();
    assertThat(graph.states()).isEqualTo(3);
    assertThat(graph.edges()).isEqualTo(3);
  }

  @Test
  void onlyEndedStatesHaveEnded() {
    StateGraph graph = new StateGraph();
    graph.addState();
    graph.addEndedState();

    assertThat(graph.hasEnded(0)).isFalse();
    assertThat(graph.hasEnded(1)).isTrue();
  }
}

package psyscall.checker.plain.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static psyscall.checker.plain.graph.EdgeKind.ENVIRONMENT;
import static psyscall.checker.plain.graph.EdgeKind.NEWS;
import static psyscall.checker.plain.graph.EdgeKind.POLLING;
import static psyscall.checker.plain.graph.EdgeKind.PROTOCOL;

import java.util.BitSet;
import org.junit.jupiter.api.Test;

final class QuietStatesTest {

  @Test
  void aPollingLoopIsQuiet() {
    StateGraph graph = new StateGraph();
    graph.addEdge(POLLING, 1);
    graph.addState();
    graph.addEdge(POLLING, 0);
    graph.addState();

    assertThat(QuietStates.of(graph).count()).isEqualTo(2);
  }

  @Test
  void aPollerOnTheWayToNewsIsNotQuiet() {
    StateGraph graph = new StateGraph();
    graph.addEdge(POLLING, 1);
    graph.addState();
    graph.addEdge(POLLING, 2);
    graph.addState();
    graph.addEdge(NEWS, 3);
    graph.addState();
    graph.addState();

    QuietStates quiet = QuietStates.of(graph);

    assertThat(quiet.contains(0)).isFalse();
    assertThat(quiet.contains(1)).isFalse();
    assertThat(quiet.contains(2)).isFalse();
    assertThat(quiet.contains(3)).isTrue();
    assertThat(QuietStates.canMove(graph, 1)).isFalse();
    assertThat(QuietStates.canMove(graph, 2)).isTrue();
  }

  @Test
  void whatComesAfterTheEnvironmentMovesDoesNotCount() {
    StateGraph graph = new StateGraph();
    graph.addEdge(ENVIRONMENT, 1);
    graph.addState();
    graph.addEdge(PROTOCOL, 0);
    graph.addState();

    QuietStates quiet = QuietStates.of(graph);

    assertThat(quiet.contains(0)).isTrue();
    assertThat(quiet.contains(1)).isFalse();
  }

  @Test
  void anEndedRunIsNotQuiet() {
    StateGraph graph = new StateGraph();
    graph.addState();
    graph.addEndedState();

    QuietStates quiet = QuietStates.of(graph);

    assertThat(quiet.contains(0)).isTrue();
    assertThat(quiet.contains(1)).isFalse();
    assertThat(quiet.count()).isEqualTo(1);
  }

  @Test
  void theFirstOfSomeIsTheNearest() {
    StateGraph graph = new StateGraph();
    graph.addEdge(PROTOCOL, 1);
    graph.addState();
    graph.addState();
    graph.addState();
    BitSet all = BitSet.valueOf(new long[] {0b111});
    BitSet initial = BitSet.valueOf(new long[] {0b001});

    assertThat(QuietStates.of(graph).first(all)).hasValue(1);
    assertThat(QuietStates.of(graph).first(initial)).isEmpty();
  }
}

package psyscall.benchmarks.probe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import psyscall.benchmarks.peer.OwnSearch;
import psyscall.benchmarks.process.Fields;

class PlainSearchProbeTest {
  @TempDir private Path folder;

  @Test
  void oneSearchAnswersInTwoLines() throws IOException {
    List<Fields> answer = search(OwnSearch.ONE_THREAD, "hand-off");

    assertThat(answer).hasSize(2);
    assertThat(SearchFigures.of(answer.getFirst()).states()).isEqualTo(308);
    assertThat(answer.getLast().number(PlainSearchProbe.RESIDENT_BYTES)).isNotNegative();
  }

  @Test
  void symmetryStoresFewer() throws IOException {
    SearchFigures figures = SearchFigures.of(search(OwnSearch.SYMMETRIC, "hand-off").getFirst());

    assertThat(figures.isReduced()).isTrue();
    assertThat(figures.states()).isEqualTo(301);
  }

  @Test
  void scenarioIsCutByTheEndOfItsName() throws IOException {
    List<Fields> answer = search(OwnSearch.ONE_THREAD, "hand-off-cut");

    assertThat(SearchFigures.of(answer.getFirst()).states()).isEqualTo(21);
  }

  @Test
  void nothingIsCutOfAnUnknownScenario() {
    assertThatThrownBy(() -> search(OwnSearch.ONE_THREAD, "none-cut"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("unknown scenario: name=none-cut; see './psyscall list scenarios'");
  }

  private List<Fields> search(OwnSearch search, String scenario) throws IOException {
    Path answer = folder.resolve("answer");
    String order = search.order(scenario).fields().line();
    PlainSearchProbe.main((answer + " " + order).split(" ", -1));
    return Files.readAllLines(answer).stream().map(Fields::parse).toList();
  }
}

package psyscall.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import psyscall.cli.golden.Golden;

/// The automata of goroutine and processor.
class AutomatonPageTest {
  @ParameterizedTest
  @CsvSource({
    "explain-g.txt,            explain G",
    "explain-p.txt,            explain p",
    "explain-g.dot,            explain G --format=dot",
    "explain-p.dot,            explain P --format=dot",
    "explain-p-scenario.txt,   explain P --scenario=hand-off --format=text",
  })
  void pageIsAsInItsGoldenFile(String golden, String line) throws IOException {
    CommandLineRun run = CommandLineRun.of(line.split(" "));

    assertThat(run.code()).isZero();
    assertThat(run.err()).isEmpty();
    assertThat(run.lines()).allMatch(each -> each.length() <= 100);
    Golden.of(golden).matches(run.out());
  }

  @Test
  void documentTellsEachTransitionWithItsStatements() throws IOException {
    JsonNode document =
        new ObjectMapper()
            .readTree(CommandLineRun.of("explain", "P", "--scenario=one-call", "--json").out());

    assertThat(document.get("subject").textValue()).isEqualTo("P");
    assertThat(document.get("states").longValue()).isEqualTo(24);
    assertThat(document.get("worlds").get(0).get("name").textValue()).isEqualTo("one-call");
    assertThat(document.get("events").size()).isEqualTo(17);
    List<String> fired =
        StreamSupport.stream(document.get("transitions").spliterator(), false)
            .filter(each -> each.get("fired").longValue() > 0)
            .map(each -> each.get("statements").get(0).get("function").textValue())
            .toList();
    assertThat(fired)
        .containsExactly(
            "releasep", "reentersyscall", "exitsyscallfast", "exitsyscallfast", "pidleput");
  }

  @Test
  void ruleOfAnEventIsExplainedWithItsGuards() {
    assertThat(CommandLineRun.of("explain", "GoStop").out())
        .contains("GoStop is refused; it needs this: the goroutine runs on the thread");
  }
}

package psyscall.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import psyscall.cli.golden.Golden;

/// Traces that are whole, and traces that somebody altered.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ReplayTest {
  @TempDir private Path folder = Path.of("");

  private String whole = "";

  @BeforeAll
  void writeATrace(@TempDir Path own) throws IOException {
    Path file = own.resolve("whole.itf.json");
    CommandLineRun.of("check", "--bug=go6070", "--trace=" + file);
    whole = Files.readString(file);
  }

  private CommandLineRun replay(Consumer<ObjectNode> alteration) throws IOException {
    ObjectMapper mapper = new ObjectMapper();
    ObjectNode document = (ObjectNode) mapper.readTree(whole);
    alteration.accept(document);
    Path file = folder.resolve("altered.itf.json");
    Files.writeString(file, mapper.writeValueAsString(document));
    return CommandLineRun.of("replay", file.toString());
  }

  private static ArrayNode states(ObjectNode document) {
    return (ArrayNode) document.get("states");
  }

  private static void meta(ObjectNode document, int state, String field, String value) {
    ((ObjectNode) states(document).get(state).get("#meta")).put(field, value);
  }

  @Test
  void wholeTraceIsPossible() throws IOException {
    CommandLineRun run = replay(_ -> {});

    assertThat(run.code()).isZero();
    assertThat(run.err()).isEmpty();
    Golden.of("replay-possible.txt").matches(Normalised.text(run.out()));
  }

  @Test
  void traceWithAStateCutOutIsNotPossible() throws IOException {
    CommandLineRun run = replay(document -> states(document).remove(8));

    assertThat(run.code()).isEqualTo(15);
    assertThat(run.verdict()).startsWith("not possible: position=8, ");
    Golden.of("replay-cut.txt").matches(Normalised.text(run.out()));
  }

  @Test
  void traceWithAStepAlteredIsNotPossible() throws IOException {
    CommandLineRun run = replay(document -> meta(document, 11, "arm", "reacquired"));

    assertThat(run.code()).isEqualTo(15);
    assertThat(run.verdict()).startsWith("not possible: position=11, ").contains("reacquired");
    assertThat(run.out()).contains("accepted      10 steps", "allowed       M0 ");
  }

  @Test
  void traceWithAValueAlteredIsNotPossible() throws IOException {
    CommandLineRun run =
        replay(document -> ((ObjectNode) states(document).get(5)).put("sched.gcwaiting", true));

    assertThat(run.code()).isEqualTo(15);
    assertThat(run.verdict())
        .isEqualTo(
            "not possible: position=5, another state: variable=sched.gcwaiting, recorded=true,"
                + " model=false");
  }

  @Test
  void traceWithoutItsEndIsNotPossible() throws IOException {
    CommandLineRun run = replay(document -> states(document).remove(15));

    assertThat(run.code()).isEqualTo(15);
    assertThat(run.verdict()).startsWith("not possible: position=15, the trace ends here");
  }

  @Test
  void traceThatDoesNotBeginAtTheBeginningIsNotPossible() throws IOException {
    CommandLineRun run = replay(document -> states(document).remove(0));

    assertThat(run.code()).isEqualTo(15);
    assertThat(run.verdict()).startsWith("not possible: position=0, another state: variable=");
  }
}

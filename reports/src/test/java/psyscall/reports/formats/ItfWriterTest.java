package psyscall.reports.formats;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import psyscall.model.interpret.Interpreter;
import psyscall.reports.Golden;
import psyscall.reports.toy.Traces;

class ItfWriterTest {
  private final Interpreter calls = Traces.calls();
  private final ItfWriter writer = new ItfWriter(calls.specification(), calls.world());

  @Test
  void counterexampleIsWrittenAsItf() {
    Golden.assertMatches("calls.itf.json", writer.text(Traces.recorded(calls)));
  }

  @Test
  void everySortIsWritten() {
    Interpreter shelf = Traces.shelf();
    TraceOrigin origin =
        new TraceOrigin(
            "0.1.0", "shelf", "none", Optional.empty(), Optional.empty(), "shown", Map.of());

    String text =
        new ItfWriter(shelf.specification(), shelf.world())
            .text(RecordedTrace.of(origin, Traces.thrown(shelf)));

    Golden.assertMatches("shelf.itf.json", text);
  }

  @Test
  void fileIsReplacedWholeAndNothingElseIsLeft(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("trace.itf.json");
    Files.writeString(file, "before");

    writer.write(file, Traces.origin(), Traces.violation(calls));

    assertThat(Files.readString(file)).isEqualTo(writer.text(Traces.recorded(calls)));
    try (var files = Files.list(folder)) {
      assertThat(files).containsExactly(file);
    }
  }
}

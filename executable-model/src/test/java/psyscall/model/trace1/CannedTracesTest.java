package psyscall.model.trace1;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import psyscall.model.assembly.GoTrees;
import psyscall.model.observe.TraceFault;
import psyscall.model.observe.TraceFault.Trouble;

/// The traces with which Go tests its own reader of the first format, in the tree of Go 1.21.13.
/// Skipped where that tree is not in Go's module cache.
class CannedTracesTest {
  private static Path folder() {
    return GoTrees.neededTree("1.21.13").resolve("src/internal/trace/testdata");
  }

  @Test
  void goodOnesAreReadToTheirEnd() throws IOException {
    Map<String, String> summaries = new TreeMap<>();
    try (Stream<Path> files = Files.list(folder())) {
      for (Path file : files.filter(file -> file.toString().endsWith("_good")).toList()) {
        summaries.put(file.getFileName().toString(), Reading.of(file).summary());
      }
    }

    assertThat(summaries)
        .hasSize(24)
        .allSatisfy((_, text) -> assertThat(text).matches("\\d+ events"));
    // The numbers of Go's own reader.
    assertThat(summaries)
        .containsEntry("stress_1_7_good", "129510 events")
        .containsEntry("stress_1_19_good", "85206 events");
  }

  @Test
  void theUnorderedOneIsRefused() throws IOException {
    Reading reading = Reading.of(folder().resolve("stress_1_5_unordered"));
    TraceFault fault = reading.fault().orElseThrow();

    assertThat(fault.trouble()).isEqualTo(Trouble.NO_ORDER);
    assertThat(fault).hasMessageStartingWith("time stamps out of order: byte=3388");
  }
}

package psyscall.model.trace1;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import psyscall.model.observe.Kind;
import psyscall.spec.golden.Golden;

/// What Go 1.5 to 1.21 recorded, with small programs of ours.
class RecordedTracesTest {
  /// Seventeen releases with seven scenarios or eight, and the folder `v1`.
  private static final int FILES = 137;

  private static Stream<Path> good() {
    return Reading.recorded().filter(file -> !file.toString().endsWith(".bad.trace"));
  }

  @ParameterizedTest
  @MethodSource("good")
  void goodTracesAreReadToTheirEnd(Path file) throws IOException {
    Reading reading = Reading.of(file);

    assertThat(reading.fault()).isEmpty();
    assertThat(reading.warnings()).isEmpty();
    assertThat(reading.bytesDone()).isEqualTo(Files.size(file));
    assertThat(reading.positions()).doesNotHaveDuplicates();
    // Who starts the trace says in whose P the world begins, and each start is of a known
    // goroutine.
    assertThat(reading.events().getFirst()).matches("(PROCS_CHANGE|GO_CREATE) p\\d+.*");
    assertThat(reading.count(Kind.PROC_START)).isGreaterThan(reading.count(Kind.PROC_STOP));
    assertThat(reading.count(Kind.GO_SYS_EXIT))
        .isLessThanOrEqualTo(reading.count(Kind.GO_SYS_BLOCK) + reading.count(Kind.GO_IN_SYSCALL));
  }

  @Test
  void eachHasItsNumberOfEvents() throws IOException {
    StringBuilder lines = new StringBuilder();
    for (Path file : Reading.recorded().toList()) {
      lines
          .append(Reading.TRACES.relativize(file).toString().replace('\\', '/'))
          .append(": ")
          .append(Reading.of(file).summary())
          .append('\n');
    }

    assertThat(lines.toString().lines()).hasSize(FILES);
    Golden.of("first-format-traces.txt").matches(lines.toString());
  }

  /// The numbers of an independent reader.
  @ParameterizedTest
  @CsvSource({
    "go119-aba-p2, 4801, 1078, 274, 1090, 0",
    "go119-gcstw-p2, 229, 198, 91, 3620, 12",
    "go119-getpid-p2, 8001, 0, 3, 9, 0",
    "go119-lockos-p2, 81, 2, 46, 48, 0",
    "go119-pipe-p2, 61, 47, 55, 565, 0",
    "go119-preempt-p2, 3, 1, 4, 17, 0",
    "go119-rawfutex-p2, 1, 0, 3, 10, 0",
    "go119-signal-p2, 22, 21, 53, 49, 0",
    "go120-cgo-p2, 49, 36, 52, 59, 0"
  })
  void kindsAreCounted(
      String name, int syscalls, int sysBlocks, int procStarts, int goStarts, int stops)
      throws IOException {
    Reading reading = Reading.of(Reading.TRACES.resolve("v1", name + ".trace"));

    assertThat(reading.count(Kind.GO_SYSCALL_BEGIN)).isEqualTo(syscalls);
    assertThat(reading.count(Kind.GO_SYS_BLOCK)).isEqualTo(sysBlocks);
    assertThat(reading.count(Kind.PROC_START)).isEqualTo(procStarts);
    assertThat(reading.count(Kind.GO_START)).isEqualTo(goStarts);
    assertThat(reading.count(Kind.STW_BEGIN)).isEqualTo(stops);
    assertThat(reading.count(Kind.STW_END)).isEqualTo(stops);
  }

  /// Before 1.10 all who scan inside a stop say so; each collection has one stop to tell.
  @ParameterizedTest
  @CsvSource({"1.5.4, 4", "1.6.4, 4", "1.7.6, 4", "1.8.7, 4", "1.9.7, 4", "1.10.8, 8"})
  void eachStopIsToldOnce(String release, int stops) throws IOException {
    Reading reading =
        Reading.of(Reading.TRACES.resolve("releases", "go" + release + "-gcstw-p2.trace"));

    assertThat(reading.count(Kind.GC_BEGIN)).isEqualTo(4);
    assertThat(reading.events().stream().filter(line -> line.startsWith("STW")))
        .hasSize(2 * stops)
        .filteredOn(line -> line.startsWith("STW_BEGIN"))
        .hasSize(stops);
  }
}

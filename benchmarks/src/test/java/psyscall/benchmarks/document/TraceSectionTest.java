package psyscall.benchmarks.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;
import psyscall.benchmarks.document.TraceSection.Origin;
import psyscall.benchmarks.document.TraceSection.Pass;
import psyscall.benchmarks.document.TraceSection.Subject;

class TraceSectionTest {
  private static final Origin ORIGIN = new Origin("run", "2026-01-31", "abc", "go1.26.8", 3, 0.25);

  @Test
  void readersAndOracleStandBelowEachOther() {
    assertThat(section(1))
        .startsWith("## Beside Go's reader of traces\n\nWritten by `run` on 2026-01-31")
        .contains("| go 1.22 trace, 50.0 MB | Go, go1.26.8 | 8 000 000 | 4.00 (3.00..5.00) |")
        .contains("| ours, reader alone | 8 000 000 | 2.00 (1.50..2.50) | 1.00 (0.75..1.25) |")
        .contains("| ours, whole oracle | 8 000 000 | 6.00 (4.50..7.50) | 3.00 (2.25..3.75) |")
        .contains("| reader, compiled (first pass: 2.00) | go 1.22 trace | 4.00 | at least 2 | yes")
        .contains("| oracle, compiled (first pass: 0.67) | go 1.22 trace | 1.33 | at least 1 | yes")
        .contains("| oracle, MB resident | go 1.22 trace | 120 | at most 512 | yes |")
        .endsWith("has no order.\n");
  }

  @Test
  void aimsThatAreMissedAreSaid() {
    assertThat(section(3))
        .contains("| go 1.22 trace | 1.33 | at least 2 | no |")
        .contains("| go 1.22 trace | 0.44 | at least 1 | no |");
  }

  private static String section(double slower) {
    return TraceSection.of(
        List.of(
            new Subject(
                "go 1.22 trace",
                50_000_000,
                passes(4, 4),
                passes(2 * slower, slower),
                passes(6 * slower, 3 * slower))),
        ORIGIN);
  }

  private static List<Pass> passes(double first, double compiled) {
    return DoubleStream.of(0.75, 1, 1.25)
        .mapToObj(factor -> new Pass(8_000_000, first * factor, compiled * factor, 120))
        .toList();
  }
}

package psyscall.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A whole report, of a tiny scenario. It starts nine virtual machines.
class PerformanceReportTest {
  private static final String TINY = "one-call";

  @Test
  void tinyReportRunsFromEndToEnd(@TempDir Path folder) throws IOException {
    Path page = folder.resolve("performance.md");
    Files.writeString(page, "# Old\n\n## Beside Spin\n\nkept\n");
    StringWriter told = new StringWriter();
    Plan plan =
        new Plan(
            page,
            1,
            List.of(TINY),
            Plan.Parts.SEARCHES,
            16,
            "./benchmarks/run --runs=1",
            "abc",
            List.of("-XX:+UseParallelGC", "-XX:TieredStopAtLevel=1"));

    PerformanceReport.write(
        plan, Diary.of(new PrintWriter(told), () -> 0L), LocalDate.of(2026, 1, 31));

    String text = Files.readString(page);
    assertThat(text.lines().filter(line -> line.startsWith("#")))
        .containsExactly(
            "# Performance",
            "## Machine",
            "## Whole searches",
            "## Bytes for a state",
            "## Allocation",
            "## Distance from the memory",
            "## Symmetry",
            "## Hot parts",
            "## How it is measured",
            "## Beside Spin");
    assertThat(text)
        .contains("Written by `./benchmarks/run --runs=1` on 2026-01-31 at revision abc;")
        .contains("| one-call | 24 | 23 | 23 | ")
        .contains("| one-call | 1 | 0.92 | ")
        .contains("Not measured in this run.")
        .endsWith("over all its threads.\n\n## Beside Spin\n\nkept\n")
        .doesNotContain("NaN", "Infinity", folder.toString());
    assertThat(told.toString().lines())
        .hasSize(9)
        .allMatch(line -> line.startsWith("benchmarks: elapsed=0s "));
  }
}

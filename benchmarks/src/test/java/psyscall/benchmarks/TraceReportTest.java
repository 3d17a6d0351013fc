package psyscall.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TraceReportTest {
  @Test
  void figuresBecomeASectionOfThePage(@TempDir Path folder) throws IOException {
    Path figures = Files.write(folder.resolve("figures"), lines("1.22", 10_000, 10_001));
    Path page = folder.resolve("page.md");
    Files.writeString(
        page, "# Page\n\n## Beside Go's reader of traces\n\nold\n\n## Last\n\nkept\n");

    TraceReport.main(
        new String[] {
          figures.toString(), page.toString(), "revision=abc", "peer=go1.26.8", "runs=1", "./run -x"
        });

    assertThat(Files.readString(page))
        .startsWith("# Page\n\n## Beside Go's reader of traces\n\nWritten by `./run -x` on ")
        .contains("| go 1.22 trace | 4.00 | at least 2 | yes |")
        .contains("| oracle, MB resident | go 1.22 trace | 130 |")
        .endsWith("has no order.\n\n## Last\n\nkept\n")
        .doesNotContain("old", folder.toString());
  }

  @Test
  void readersThatFindDifferentNumbersOfEventsAreRefused() {
    assertThatThrownBy(() -> TraceReport.subjects(lines("1.22", 10_000, 10_011)))
        .hasMessage(
            "the two readers find different numbers of events: ours=10000, more of Go's=11");
    assertThatThrownBy(() -> TraceReport.subjects(lines("1.26", 10_000, 9_999)))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void goFindsOtherEventsInTheFirstFormat() {
    assertThat(TraceReport.subjects(lines("1.19", 10_000, 14_000)))
        .singleElement()
        .satisfies(subject -> assertThat(subject.title()).isEqualTo("go 1.19 trace"));
  }

  private static List<String> lines(String header, long ours, long gos) {
    String trace = "header=%s bytes=50000000 ".formatted(header);
    return List.of(
        trace + "who=go cpu=4.000 rss=20 events=" + gos,
        trace + "who=reader cpu=1.000 first=2.000 memory=5 rss=120 events=" + ours,
        trace + "who=oracle cpu=3.000 first=6.000 memory=0 rss=130 events=" + ours);
  }
}

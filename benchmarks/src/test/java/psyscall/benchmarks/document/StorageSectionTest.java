package psyscall.benchmarks.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import psyscall.benchmarks.document.ScenarioFigures.Timed;
import psyscall.benchmarks.probe.Reading;
import psyscall.benchmarks.probe.SearchFigures;

class StorageSectionTest {

  @Test
  void bytesAreForAState() {
    assertThat(StorageSection.of(List.of(scenario(21_000))))
        .contains("| s | 2 | 22.8 | 21.0 | 30.0 | 25.0 | 40.0 |")
        .contains("What is stored is within what is allowed.");
  }

  @Test
  void tooMuchIsSaid() {
    assertThat(StorageSection.of(List.of(scenario(23_000))))
        .contains("What is stored is not within what is allowed for `s`.");
  }

  private static ScenarioFigures scenario(long storedBytes) {
    SearchFigures sized = search(storedBytes, storedBytes);
    SearchFigures whole = search(storedBytes, 40_000);
    return new ScenarioFigures(
        "s",
        List.of(new Timed(1, List.of(whole), List.of(whole))),
        sized,
        search(storedBytes, 30_000),
        search(storedBytes, 25_000),
        whole,
        List.of());
  }

  private static SearchFigures search(long storedBytes, long peakBytes) {
    Reading reading = new Reading(1, 1, 1);
    return new SearchFigures(1000, 3000, 10, 2, reading, reading, storedBytes, peakBytes, 0, false);
  }
}

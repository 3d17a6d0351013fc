package psyscall.benchmarks.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import psyscall.benchmarks.document.SpinSection.Origin;
import psyscall.benchmarks.peer.OwnSearch;
import psyscall.benchmarks.peer.PeerRun;
import psyscall.benchmarks.peer.Verifier;

class SpinSectionTest {
  private static final Origin ORIGIN =
      new Origin("run", "2026-01-31", "abc", 3, "Spin 1; cc 2", 0.25);

  @Test
  void searchesStandBelowEachOther() {
    assertThat(SpinSection.of(results(10), ORIGIN))
        .startsWith("## Beside Spin\n\nWritten by `run` on 2026-01-31 at revision abc;")
        .contains("Load in the minute before: 0.25. Spin 1; cc 2.")
        .contains("the same 8 000 000 states in every run")
        .contains(
            "| ours, breadth first | 1 | 8 000 000 |  | 2.00 (1.00..4.00) | 4.00 (2.00..8.00) |"
                + " 8.00 (4.00..16.00) | 10.0 | 32 |")
        .contains(
            "| Spin, breadth first | 1 | 8 000 000 | 90 | 20.00 (20.00..20.00) |"
                + " 0.40 (0.40..0.40) | 0.80 (0.80..0.80) | 20.0 | 176 |")
        .contains("partial-order reduction | 1 | 4 000 000 | 90 |")
        .contains("take 128 MB each")
        .contains("took 1.0 s on one thread and 1.0 s on two")
        .contains("Our process had 30.0 bytes")
        .endsWith("room for.\n");
  }

  @Test
  void bestOfSpinIsWhatCounts() {
    // The reduced one is faster still, and the one on two cores counts for two.
    assertThat(SpinSection.of(results(10), ORIGIN))
        .contains(
            "| one thread, million states a second, whole process | 4.00 | 0.80 | 5.00 |"
                + " at least 5 | yes |")
        .contains(
            "| two threads, million states a second, whole process | 4.00 | 1.60 | 2.50 |"
                + " at least 5 | no |")
        .contains(
            "| one thread, million states a second, search alone | 8.00 | 1.60 | 5.00 |  |  |");
  }

  @Test
  void memoryIsComparedWithTheSmaller() {
    assertThat(SpinSection.of(results(10), ORIGIN))
        .contains("`COLLAPSE` | 10.0 | 15.0 | 0.67 | less than 1 | yes |");
    assertThat(SpinSection.of(results(15), ORIGIN))
        .contains("`COLLAPSE` | 15.0 | 15.0 | 1.00 | less than 1 | no |");
  }

  @Test
  void searchThatWasNotMeasuredIsNamed() {
    SpinResults none = new SpinResults("s", Map.of(), Map.of(), Map.of());

    assertThatThrownBy(() -> none.runs(Verifier.TWO_CORES))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("not measured: search=TWO_CORES");
  }

  private static SpinResults results(long ownBytesPerState) {
    Map<OwnSearch, List<PeerRun>> own = new EnumMap<>(OwnSearch.class);
    for (OwnSearch search : OwnSearch.values()) {
      own.put(
          search,
          List.of(own(1, ownBytesPerState), own(4, ownBytesPerState), own(2, ownBytesPerState)));
    }
    Map<Verifier, List<PeerRun>> spin = new EnumMap<>(Verifier.class);
    spin.put(Verifier.BREADTH_FIRST, List.of(spin(8_000_000, 20, 20)));
    spin.put(Verifier.DEPTH_FIRST, List.of(spin(8_000_000, 10, 20)));
    spin.put(Verifier.BREADTH_FIRST_COLLAPSED, List.of(spin(8_000_000, 40, 18)));
    spin.put(Verifier.DEPTH_FIRST_COLLAPSED, List.of(spin(8_000_000, 20, 15)));
    spin.put(Verifier.TWO_CORES, List.of(spin(8_000_000, 5, 40)));
    spin.put(Verifier.PARTIAL_ORDER, List.of(spin(4_000_000, 1, 5)));
    Map<Verifier, Long> built = new EnumMap<>(Verifier.class);
    for (Verifier verifier : Verifier.values()) {
      built.put(verifier, 90_000_000_000L);
    }
    return new SpinResults("s", own, spin, built);
  }

  private static PeerRun own(long seconds, long bytesPerState) {
    return new PeerRun(
        8_000_000,
        seconds * 1_000_000_000,
        seconds * 500_000_000,
        8_000_000 * bytesPerState,
        32,
        240_000_000);
  }

  private static PeerRun spin(long states, long seconds, long bytesPerState) {
    return new PeerRun(
        states, seconds * 1_000_000_000, seconds * 500_000_000, states * bytesPerState, 176, 0);
  }
}

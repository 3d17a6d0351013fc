package psyscall.benchmarks.peer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import psyscall.benchmarks.peer.Verifier.Storing;

class VerifierTest {

  @Test
  void eachIsAnotherProgram() {
    assertThat(Arrays.stream(Verifier.values()).map(Verifier::program)).doesNotHaveDuplicates();
    assertThat(Arrays.stream(Verifier.values()).map(v -> v.flags(204))).doesNotHaveDuplicates();
  }

  @Test
  void allButOneStoreEveryState() {
    for (Verifier verifier : Verifier.values()) {
      List<String> flags = verifier.flags(204);

      assertThat(flags).as(verifier.name()).startsWith("-O2", "-DSAFETY");
      assertThat(flags.contains("-DNOREDUCE"))
          .as(verifier.name())
          .isEqualTo(verifier.storing() != Storing.REDUCED);
      assertThat(flags.contains("-DCOLLAPSE"))
          .as(verifier.name())
          .isEqualTo(verifier.storing() == Storing.COLLAPSED);
    }
  }

  @Test
  void queueHasRoomForWholeWords() {
    assertThat(Verifier.TWO_CORES.flags(204)).contains("-DNCORE=2", "-DLWQ_FIXED", "-DVMAX=208");
    assertThat(Verifier.TWO_CORES.flags(176)).contains("-DVMAX=176");
  }

  @Test
  void tableHasAPlaceForEachState() {
    assertThat(SpinFolder.tableBits(1)).isEqualTo(10);
    assertThat(SpinFolder.tableBits(1 << 20)).isEqualTo(20);
    assertThat(SpinFolder.tableBits((1 << 20) + 1)).isEqualTo(21);
    assertThat(SpinFolder.tableBits(16_323_548)).isEqualTo(24);
  }
}

package psyscall.checker.search;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class HeapGaugeTest {
  private static final int BALLAST = 64 << 20;

  @Test
  void whatIsHeldIsLiveAndGarbageIsNot() {
    HeapGauge gauge = new HeapGauge();
    long before = gauge.liveBytes();
    byte[][] ballast = {new byte[BALLAST]};

    long held = gauge.liveBytes() - before;
    long used = gauge.usedBytes();
    ballast[0] = new byte[0];
    long dropped = gauge.liveBytes() - before;

    assertThat(held).isBetween(BALLAST / 8 * 7L, BALLAST / 8 * 9L);
    assertThat(used).isGreaterThan(BALLAST);
    assertThat(dropped).isLessThan(BALLAST / 8);
  }

  @Test
  void theCapacityIsPartOfTheHeap() {
    assertThat(new HeapGauge().capacityBytes())
        .isBetween(Runtime.getRuntime().maxMemory() / 2, Runtime.getRuntime().maxMemory() / 5 * 4);
  }
}

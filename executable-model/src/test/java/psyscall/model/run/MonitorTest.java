package psyscall.model.run;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MonitorTest {
  private final Monitor monitor = new Monitor();

  @Test
  void sleepsLongerWhereNothingHappens() {
    for (int round = 1; round <= 50; round++) {
      monitor.sleeps(0);
      assertThat(monitor.wakeNanos()).isEqualTo(70_000);
    }
    monitor.sleeps(0);
    assertThat(monitor.wakeNanos()).isEqualTo(90_000);
    for (int round = 0; round < 20; round++) {
      monitor.sleeps(0);
    }
    assertThat(monitor.wakeNanos()).isEqualTo(10_050_000);

    monitor.retook();
    monitor.sleeps(0);
    assertThat(monitor.wakeNanos()).isEqualTo(70_000);
  }

  @Test
  void sliceCountsFromTheFirstLookAtIt() {
    monitor.started(0, 0, 1);
    assertThat(monitor.isSliceOver(1, 50_000_000)).isFalse();

    monitor.looked(1, 5_000_000);
    assertThat(monitor.isSliceOver(1, 14_999_999)).isFalse();
    assertThat(monitor.isSliceOver(1, 15_000_000)).isTrue();

    monitor.started(0, 0, 1);
    assertThat(monitor.isSliceOver(1, 15_000_000)).isFalse();
  }

  @Test
  void whoWasToRunNextInheritsTheSlice() {
    monitor.started(0, 0, 1);
    monitor.looked(1, 5_000_000);

    monitor.picked(0, 7);
    monitor.started(7, 0, 1);
    monitor.looked(1, 14_000_000);
    assertThat(monitor.isSliceOver(1, 15_000_000)).isTrue();

    monitor.picked(0, 7);
    monitor.started(8, 0, 1);
    assertThat(monitor.isSliceOver(1, 15_000_000)).isFalse();
  }

  @Test
  void onlyTheNextStartOfTheSameThreadInherits() {
    monitor.picked(0, 7);
    monitor.started(7, 1, 1);
    monitor.looked(1, 0);
    assertThat(monitor.isSliceOver(1, 10_000_000)).isTrue();
    monitor.started(7, 0, 2);

    monitor.started(7, 0, 1);
    assertThat(monitor.isSliceOver(1, 10_000_000)).isFalse();
  }
}

package psyscall.checker.plain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import psyscall.checker.search.Counts;
import psyscall.checker.search.Cut;
import psyscall.checker.search.Limits;
import psyscall.checker.search.MemoryGauge;
import psyscall.checker.search.Progress;
import psyscall.checker.search.Supervision;

final class WatchTest {
  private static final Counts COUNTS = new Counts(8, 5, 12, 3);
  private static final long MILLIS = 1_000_000;

  private final AtomicLong clock = new AtomicLong(77);
  private final List<Progress> told = new ArrayList<>();

  /// A heap of 1000 bytes, with garbage that a collection takes away.
  private record Heap(long usedBytes, long liveBytes, AtomicLong collections)
      implements MemoryGauge {
    @Override
    public long liveBytes() {
      collections.incrementAndGet();
      return liveBytes;
    }

    @Override
    public long capacityBytes() {
      return 1000;
    }
  }

  private final AtomicLong collections = new AtomicLong();

  private Watch watch(Limits limits, long usedBytes, long liveBytes) {
    Heap heap = new Heap(usedBytes, liveBytes, collections);
    return new Watch(limits, new Supervision(clock::get, heap, told::add, () -> false));
  }

  @Test
  void theListenerIsToldAtMostOnceIn200Millis() {
    Watch watch = watch(Limits.NONE, 10, 10);

    for (int millis = 0; millis <= 650; millis += 50) {
      clock.set(77 + millis * MILLIS);
      assertThat(watch.look(COUNTS, 0)).isEmpty();
    }

    assertThat(told)
        .containsExactly(
            new Progress(Progress.Phase.EXPLORING, COUNTS, 10, Duration.ofMillis(200)),
            new Progress(Progress.Phase.EXPLORING, COUNTS, 10, Duration.ofMillis(400)),
            new Progress(Progress.Phase.EXPLORING, COUNTS, 10, Duration.ofMillis(600)));
  }

  @Test
  void theListenerIsToldWhenJudgingBegins() {
    Watch watch = watch(Limits.NONE, 10, 10);

    clock.addAndGet(MILLIS);
    watch.judging(COUNTS);

    assertThat(told)
        .containsExactly(new Progress(Progress.Phase.JUDGING, COUNTS, 10, Duration.ofMillis(1)));
  }

  @Test
  void timeIsUpAtTheLimit() {
    Duration limit = Duration.ofSeconds(3);
    Watch watch = watch(Limits.NONE.withMaxTime(limit), 10, 10);

    clock.set(77 + limit.toNanos() - 1);
    assertThat(watch.look(COUNTS, 0)).isEmpty();
    clock.set(77 + limit.toNanos());
    assertThat(watch.look(COUNTS, 0)).contains(new Cut.TimeLimit(limit));
  }

  @Test
  void garbageIsCollectedBeforeMemoryIsFull() {
    Watch watch = watch(Limits.NONE.withMaxMemoryBytes(800), 801, 700);

    assertThat(watch.look(COUNTS, 0)).isEmpty();
    assertThat(collections).hasValue(1);
  }

  @Test
  void nothingIsCollectedWhileThereIsRoom() {
    Watch watch = watch(Limits.NONE.withMaxMemoryBytes(800), 800, 800);

    assertThat(watch.look(COUNTS, 0)).isEmpty();
    assertThat(collections).hasValue(0);
  }

  @Test
  void memoryIsFullWhenACollectionLeavesLessThanAnEighth() {
    Watch watch = watch(Limits.NONE.withMaxMemoryBytes(800), 801, 701);

    assertThat(watch.look(COUNTS, 0)).contains(new Cut.MemoryLimit(800));
  }

  @Test
  void whatTheVerdictsWillNeedIsSetAside() {
    Watch watch = watch(Limits.NONE.withMaxMemoryBytes(800), 500, 500);

    assertThat(watch.look(COUNTS, 200)).isEmpty();
    assertThat(watch.look(COUNTS, 301)).contains(new Cut.MemoryLimit(800));
  }

  @Test
  void theMachineSetsALimitToo() {
    Watch watch = watch(Limits.NONE, 1001, 900);

    assertThat(watch.look(COUNTS, 0)).contains(new Cut.MemoryLimit(1000));
  }
}

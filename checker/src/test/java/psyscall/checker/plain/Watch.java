package psyscall.checker.plain;

import java.time.Duration;
import java.util.Optional;
import psyscall.checker.search.Counts;
import psyscall.checker.search.Cut;
import psyscall.checker.search.Limits;
import psyscall.checker.search.MemoryGauge;
import psyscall.checker.search.Progress;
import psyscall.checker.search.Supervision;

/// Looks at time, memory and interruption for a search, and tells the listener.
final class Watch {
  private static final long REPORT_NANOS = Duration.ofMillis(200).toNanos();

  private final Limits limits;
  private final Supervision supervision;
  private final long startNanos;
  private long reportedNanos;

  /// Starts the clock.
  Watch(Limits limits, Supervision supervision) {
    this.limits = limits;
    this.supervision = supervision;
    this.startNanos = supervision.clockNanos().getAsLong();
    this.reportedNanos = startNanos;
  }

  /// Tells the listener if it is time to.
  ///
  /// @param counts how much is explored
  /// @param reservedBytes memory that the verdicts will need
  /// @return why the search must end now, if it must
  Optional<Cut> look(Counts counts, long reservedBytes) {
    long now = supervision.clockNanos().getAsLong();
    if (now - reportedNanos >= REPORT_NANOS) {
      report(Progress.Phase.EXPLORING, counts, now);
    }
    if (supervision.interrupted().getAsBoolean()) {
      return Optional.of(new Cut.Interrupted());
    }
    if (now - startNanos >= limits.maxTime().toNanos()) {
      return Optional.of(new Cut.TimeLimit(limits.maxTime()));
    }
    return memoryLimit(reservedBytes);
  }

  /// Tells the listener that the verdicts are computed now.
  void judging(Counts counts) {
    report(Progress.Phase.JUDGING, counts, supervision.clockNanos().getAsLong());
  }

  private void report(Progress.Phase phase, Counts counts, long now) {
    reportedNanos = now;
    long used = supervision.memory().occupiedBytes();
    Duration elapsed = Duration.ofNanos(now - startNanos);
    supervision.listener().progress(new Progress(phase, counts, used, elapsed));
  }

  /// Collects garbage only when that decides. After each collection at least 1/8 of the limit is
  /// free, or the search ends: near the limit it does not spend its time in collections.
  private Optional<Cut> memoryLimit(long reservedBytes) {
    MemoryGauge memory = supervision.memory();
    long limit = Math.min(limits.maxMemoryBytes(), memory.capacityBytes());
    long free = limit - reservedBytes;
    return memory.usedBytes() > free && memory.liveBytes() > free - limit / 8
        ? Optional.of(new Cut.MemoryLimit(limit))
        : Optional.empty();
  }
}

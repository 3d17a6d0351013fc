package psyscall.checker.search;

import java.time.Duration;
import java.util.Optional;

/// Looks at time and interruption for a search, and tells the listener.
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
  /// @return why the search must end now, if it must
  Optional<Cut> look(Counts counts) {
    long now = supervision.clockNanos().getAsLong();
    if (now - reportedNanos >= REPORT_NANOS) {
      report(Progress.Phase.EXPLORING, counts, now);
    }
    return cut(now);
  }

  /// Why verdicts must be left as they are, if they must.
  Optional<String> reasonToEnd() {
    return cut(supervision.clockNanos().getAsLong()).map(Cut::text);
  }

  /// Why even the way to a violation that was met is not looked for any more: only if somebody asks
  /// for it, not for want of time.
  Optional<String> interruption() {
    return supervision.interrupted().getAsBoolean()
        ? Optional.of(new Cut.Interrupted().text())
        : Optional.empty();
  }

  private Optional<Cut> cut(long now) {
    if (supervision.interrupted().getAsBoolean()) {
      return Optional.of(new Cut.Interrupted());
    }
    return now - startNanos >= limits.maxTime().toNanos()
        ? Optional.of(new Cut.TimeLimit(limits.maxTime()))
        : Optional.empty();
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
}

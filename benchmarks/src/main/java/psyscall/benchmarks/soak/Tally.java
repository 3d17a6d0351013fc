package psyscall.benchmarks.soak;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import psyscall.model.run.RunEnd;

/// What came of the runs of one release.
final class Tally {
  private static final int FAILURES_SHOWN = 10;

  private final String release;
  private final SortedMap<String, Integer> ends = new TreeMap<>();
  private final List<String> failures = new ArrayList<>();
  private long runs;
  private long steps;
  private long nanos;
  private long judged;
  private long explained;
  private long bytes;

  /// Without runs.
  ///
  /// @param release the name of the release
  Tally(String release) {
    this.release = release;
  }

  void add(Trial trial) {
    runs++;
    steps += trial.end().steps();
    nanos += trial.end().nanos();
    judged += trial.judged();
    explained += trial.explained();
    bytes += trial.trace().length;
    ends.merge(word(trial.end()), 1, Integer::sum);
    trial
        .failure()
        .ifPresent(
            what -> failures.add("release=%s seed=%d: %s".formatted(release, trial.seed(), what)));
  }

  private static String word(RunEnd end) {
    return switch (end) {
      case RunEnd.Ended ended -> ended.ending().name();
      case RunEnd.AtRest _ -> "at-rest";
      case RunEnd.TimeOver _ -> "time-over";
      case RunEnd.StepsOver _ -> "steps-over";
      case RunEnd.Interrupted _ -> "interrupted";
      case RunEnd.Violated _ -> "violated";
    };
  }

  /// How many runs failed.
  int failed() {
    return failures.size();
  }

  /// The figures.
  ///
  /// @param seconds how long the runs took
  /// @return one line, then one for each failure, up to a few
  List<String> lines(double seconds) {
    List<String> lines = new ArrayList<>();
    lines.add(
        String.format(
            Locale.ROOT,
            "release=%s runs=%d failed=%d steps=%d steps-a-run=%d virtual-seconds=%.1f"
                + " log-events=%d trace-events=%d trace-bytes=%d ends=%s seconds=%.1f",
            release,
            runs,
            failures.size(),
            steps,
            steps / Math.max(1, runs),
            nanos / 1e9,
            explained,
            judged,
            bytes,
            ends,
            seconds));
    lines.addAll(failures.subList(0, Math.min(FAILURES_SHOWN, failures.size())));
    return lines;
  }
}

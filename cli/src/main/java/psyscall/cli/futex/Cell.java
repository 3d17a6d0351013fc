package psyscall.cli.futex;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import psyscall.model.workload.Operation;
import psyscall.spec.release.Release;

/// A cell of the table: computed, and beside it what was measured.
///
/// The two agree if the outcomes are the same, if as many calls begin at a time, and if the whole
/// times are near: within 5 ms, for what a real machine does beside, and within 10 ms where a
/// signal ends a wait, since sysmon looks that rarely at its rarest. In Go 1.14 and 1.15 10 ms more
/// where another goroutine sleeps beside raw waits: its timer belongs to a P, and while a raw wait
/// holds that P, sysmon finds the timer at its next look (from 1.16 on findrunnable looks at the
/// timers of all Ps, checkTimersNoP). The model's sleepers wake by themselves.
///
/// The times of single calls are shown and not judged: a goroutine that was asked to yield has its
/// result later, after those that were queued on its P, and how many those are depends on when the
/// second thread came to steal. With more waits than Ps that differs from run to run of the same
/// program.
///
/// @param experiment what is done, and where
/// @param computed what the model does
/// @param measured what a real release did; empty if nobody measured
record Cell(Experiment experiment, Seen computed, Optional<Measurement> measured) {
  private static final long TICK_NANOS = 10_000_000;
  private static final long SLACK_NANOS = 5_000_000;

  /// What became of the comparison.
  enum Verdict {
    /// Nothing differs.
    AGREES("agrees"),
    /// Something differs.
    DIFFERS("differs"),
    /// Nobody measured.
    NOT_COMPARED("not measured");

    private final String word;

    Verdict(String word) {
      this.word = word;
    }

    /// The word for it.
    String word() {
      return word;
    }
  }

  /// What became of the comparison.
  Verdict verdict() {
    if (measured.isEmpty()) {
      return Verdict.NOT_COMPARED;
    }
    return differences().isEmpty() ? Verdict.AGREES : Verdict.DIFFERS;
  }

  /// In what the two differ: `outcomes`, `begins`, `total`.
  List<String> differences() {
    List<String> differences = new ArrayList<>();
    measured.map(Measurement::typical).ifPresent(real -> compare(real, differences));
    return List.copyOf(differences);
  }

  private void compare(Seen real, List<String> differences) {
    if (!real.outcomes().equals(computed.outcomes())) {
      differences.add("outcomes");
    }
    if (!real.begins().equals(computed.begins())) {
      differences.add("begins");
    }
    if (real.totalNanos().isPresent()
        && computed.totalNanos().isPresent()
        && apartNanos(real) > nearNanos()) {
      differences.add("total");
    }
  }

  /// How far the whole times may be apart, in nanoseconds.
  long nearNanos() {
    return (isEndedBySignals() ? TICK_NANOS : SLACK_NANOS) + (isTimerHeld() ? TICK_NANOS : 0);
  }

  private boolean isTimerHeld() {
    boolean sleeps =
        switch (experiment.waits().meanwhile()) {
          case Meanwhile.Change _, Meanwhile.Wake _ -> true;
          case Meanwhile.Nothing(), Meanwhile.Wrong _ -> false;
        };
    return sleeps
        && experiment.waits().way() == Operation.Way.RAW_SYSCALL
        && experiment.release().isFrom(Release.GO_1_14_15)
        && !experiment.release().isFrom(Release.GO_1_19_13);
  }

  private boolean isEndedBySignals() {
    boolean isWrong = experiment.waits().meanwhile() instanceof Meanwhile.Wrong;
    return computed.calls().stream()
        .map(Seen.Call::outcome)
        .anyMatch(name -> name.equals("EINTR") || (name.equals("EAGAIN") && !isWrong));
  }

  private long apartNanos(Seen real) {
    return Math.abs(real.totalNanos().orElseThrow() - computed.totalNanos().orElseThrow());
  }
}

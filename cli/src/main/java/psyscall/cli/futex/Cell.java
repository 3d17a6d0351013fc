package psyscall.cli.futex;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A cell of the table: computed, and beside it what was measured.
///
/// The two agree if the outcomes are the same, if as many calls begin at a time, and if the times
/// are near: those of the calls, the shortest beside the shortest, and the whole. Where a signal
/// ends a wait, near is 10 ms, since sysmon looks that rarely at its rarest; elsewhere 5 ms, for
/// what a real machine does beside.
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

  /// In what the two differ: `outcomes`, `begins`, `times`.
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
        && furthestNanos(real) > nearNanos()) {
      differences.add("times");
    }
  }

  /// How far two times may be apart.
  long nearNanos() {
    return isEndedBySignals() ? TICK_NANOS : SLACK_NANOS;
  }

  private boolean isEndedBySignals() {
    boolean isWrong = experiment.waits().meanwhile() instanceof Meanwhile.Wrong;
    return computed.calls().stream()
        .map(Seen.Call::outcome)
        .anyMatch(name -> name.equals("EINTR") || name.equals("EAGAIN") && !isWrong);
  }

  private long furthestNanos(Seen real) {
    long furthest =
        Math.abs(real.totalNanos().orElseThrow() - computed.totalNanos().orElseThrow());
    long[] ours = computed.took();
    long[] theirs = real.took();
    for (int at = 0; at < Math.min(ours.length, theirs.length); at++) {
      furthest = Math.max(furthest, Math.abs(ours[at] - theirs[at]));
    }
    return furthest;
  }
}

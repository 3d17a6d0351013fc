package psyscall.cli.output;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import psyscall.cli.session.ExitCode;
import psyscall.cli.session.Session;
import psyscall.proofs.obligation.Discharge;
import psyscall.proofs.obligation.ProofListener;
import psyscall.proofs.obligation.Verdict;

/// Proofs for people: a line for each obligation as it is discharged, a counterexample below one
/// that is refuted, and the verdict as the last line.
public final class ProofReport implements ProofListener {
  private static final double NANOS_PER_SECOND = 1e9;

  private final Session session;
  private final List<Discharge> all = new ArrayList<>();
  private final long startNanos;

  /// A report without a line.
  ///
  /// @param session where it writes
  public ProofReport(Session session) {
    this.session = session;
    this.startNanos = session.clockNanos().getAsLong();
  }

  @Override
  public void found(String text, Duration time) {
    session.say(text + ", " + seconds(time));
    session.flush();
  }

  @Override
  public void discharged(Discharge discharge) {
    all.add(discharge);
    session.say(discharge.line());
    if (discharge.verdict() instanceof Verdict.Refuted(List<String> lines)) {
      lines.forEach(line -> session.say("    " + line));
    }
    session.flush();
  }

  /// Prints the verdict.
  ///
  /// @param claim what was to be proved, as a sentence
  /// @return the exit code
  public ExitCode conclude(String claim) {
    ExitCode exit = ExitCode.of(all.stream().map(ProofReport::code).toList());
    long proved = all.stream().filter(Discharge::succeeded).count();
    Duration time = Duration.ofNanos(session.clockNanos().getAsLong() - startNanos);
    session.say(
        "%s: %s; obligations=%d, as stated=%d, %s"
            .formatted(word(exit), claim, all.size(), proved, seconds(time)));
    return exit;
  }

  private static String word(ExitCode exit) {
    return switch (exit) {
      case HOLDS -> "proved";
      case SAFETY -> "refuted";
      case INTERNAL,
          ENVIRONMENT,
          UNREADABLE,
          DEADLOCK,
          LIVENESS,
          NOT_CONFORMING,
          VACUOUS,
          INCONCLUSIVE,
          USAGE,
          INTERRUPTED ->
          "not decided";
    };
  }

  private static String seconds(Duration time) {
    return String.format(Locale.ROOT, "%.2f s", time.toNanos() / NANOS_PER_SECOND);
  }

  private static ExitCode code(Discharge one) {
    return switch (one.verdict()) {
      case Verdict.Proved _, Verdict.RefutedAsStated _ -> ExitCode.HOLDS;
      case Verdict.Refuted _ -> ExitCode.SAFETY;
      case Verdict.Inconclusive _ -> ExitCode.INCONCLUSIVE;
    };
  }
}

package psyscall.cli.output;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import psyscall.cli.session.ExitCode;
import psyscall.cli.session.Session;
import psyscall.proofs.obligation.Discharge;
import psyscall.proofs.obligation.ProofListener;
import psyscall.proofs.obligation.Verdict;

/// Proofs for people: a line for each obligation as it is discharged, a counterexample below one
/// that is refuted, and the verdict as the last line. For programs: one document at the end.
public final class ProofReport implements ProofListener {
  private static final double NANOS_PER_SECOND = 1e9;

  private final Session session;
  private final Optional<ObjectNode> document;
  private final List<String> strengthenings = new ArrayList<>();
  private final List<Discharge> all = new ArrayList<>();
  private final long startNanos;

  private ProofReport(Session session, Optional<ObjectNode> document) {
    this.session = session;
    this.document = document;
    this.startNanos = session.clockNanos().getAsLong();
  }

  /// A report for people.
  ///
  /// @param session where it writes
  /// @param heading its first line
  /// @return the report
  public static ProofReport lines(Session session, String heading) {
    session.say(heading);
    return new ProofReport(session, Optional.empty());
  }

  /// A report for programs.
  ///
  /// @param session where it writes
  /// @param document what is proved of what; the report adds to it
  /// @return the report
  public static ProofReport document(Session session, ObjectNode document) {
    return new ProofReport(session, Optional.of(document));
  }

  @Override
  public void found(String text, Duration time) {
    strengthenings.add(text);
    say(text + ", " + seconds(time));
  }

  @Override
  public void discharged(Discharge discharge) {
    all.add(discharge);
    say(discharge.line());
    if (discharge.verdict() instanceof Verdict.Refuted(List<String> lines)) {
      lines.forEach(line -> say("    " + line));
    }
  }

  private void say(String line) {
    if (document.isEmpty()) {
      session.say(line);
      session.flush();
    }
  }

  /// Prints the verdict.
  ///
  /// @param claim what was to be proved, as a sentence
  /// @return the exit code
  public ExitCode conclude(String claim) {
    ExitCode exit = ExitCode.of(all.stream().map(ProofReport::code).toList());
    long proved = all.stream().filter(Discharge::succeeded).count();
    Duration time = Duration.ofNanos(session.clockNanos().getAsLong() - startNanos);
    say(
        "%s: %s; obligations=%d, as stated=%d, %s"
            .formatted(word(exit), claim, all.size(), proved, seconds(time)));
    document.ifPresent(node -> print(node, claim, exit));
    return exit;
  }

  private void print(ObjectNode node, String claim, ExitCode exit) {
    node.put("claim", claim).set("found", Json.texts(strengthenings));
    ArrayNode obligations = node.putArray("obligations");
    all.forEach(one -> add(obligations.addObject(), one));
    node.put("verdict", word(exit)).put("exit", exit.code());
    session.out().print(Json.text(node));
  }

  private static void add(ObjectNode node, Discharge one) {
    node.put("name", one.name()).put("claim", one.claim());
    switch (one.verdict()) {
      case Verdict.Proved(int questions) ->
          node.put("verdict", "proved").put("questions", questions);
      case Verdict.RefutedAsStated(List<String> lines) ->
          node.put("verdict", "refuted as stated").set("counterexample", Json.texts(lines));
      case Verdict.Refuted(List<String> lines) ->
          node.put("verdict", "refuted").set("counterexample", Json.texts(lines));
      case Verdict.Inconclusive(String why) -> node.put("verdict", "not decided").put("why", why);
    }
    node.put("seconds", one.time().toNanos() / NANOS_PER_SECOND);
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

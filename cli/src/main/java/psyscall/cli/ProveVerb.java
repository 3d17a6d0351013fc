package psyscall.cli;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import psyscall.cli.input.Bounds;
import psyscall.cli.input.Names;
import psyscall.cli.input.Size;
import psyscall.cli.output.QuestionFolder;
import psyscall.cli.session.ExitCode;
import psyscall.cli.session.Session;
import psyscall.proofs.obligation.Discharge;
import psyscall.proofs.obligation.ProofListener;
import psyscall.proofs.obligation.Prover;
import psyscall.proofs.obligation.QuestionTexts;
import psyscall.proofs.obligation.Theorem;
import psyscall.proofs.obligation.Theorems;
import psyscall.proofs.obligation.Verdict;
import psyscall.proofs.smt.Smt;
import psyscall.spec.release.Release;

/// `prove`: discharges the obligations of a theorem with a solver.
@Command(
    name = "prove",
    description = {
      "Proves a theorem with the solver Z3, one line for each obligation: for all states of a world,",
      "reachable or not, that the theorem's invariant allows. A time-out is no success."
    },
    footer = {
      "examples:",
      "  psyscall prove ownership --size=2/2/2",
      "  psyscall prove ownership --bug=handoff-loses-p",
      "exit codes: 0 proved, 2 usage, 12 refuted, 16 not decided, 153 the system failed,",
      "  255 a mistake of psyscall"
    })
final class ProveVerb implements Callable<Integer> {
  private final Session session;

  @Parameters(paramLabel = "<theorem>", description = "ownership: every P is in one place")
  private String theorem = "";

  @Option(
      names = "--size",
      paramLabel = "<m/p/g>",
      description = "threads, Ps and goroutines, 1 to 4 of each (default: 2/2/2)")
  private String size = "2/2/2";

  @Option(
      names = "--release",
      paramLabel = "<number>",
      description = "of Go: 1.10.8, 1.14.15 or 1.19.13 (default: 1.10.8)")
  private @Nullable String release;

  @Option(
      names = "--bug",
      paramLabel = "<id>",
      description = "break the protocol; a name of 'list bugs'")
  private @Nullable String bug;

  @Option(
      names = "--max-time",
      paramLabel = "<time>",
      description = "of each question to the solver (default: 60s)")
  private String maxTime = "60s";

  @Option(
      names = "--smtlib",
      paramLabel = "<folder>",
      description = "write each question there, for another solver")
  private @Nullable String smtlib;

  /// Makes the verb.
  ///
  /// @param session where it writes
  ProveVerb(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    Theorem named =
        Theorems.named(theorem)
            .orElseThrow(
                () ->
                    Names.unknown(
                        "theorem",
                        theorem,
                        Theorems.all().stream().map(Theorem::name).toList(),
                        "give " + Theorems.all().getFirst().name()));
    Size sizes = Size.parse(size);
    Release of =
        Optional.ofNullable(release).map(Names::release).orElse(Release.GO_1_10_8);
    Theorem.Instance instance =
        new Theorem.Instance(
            of,
            sizes.threads(),
            sizes.processors(),
            sizes.goroutines(),
            Optional.ofNullable(bug).map(Names::bug));
    QuestionTexts texts =
        Optional.ofNullable(smtlib)
            .<QuestionTexts>map(QuestionFolder::at)
            .orElse(QuestionTexts.NONE);
    Prover prover = new Prover(limit(), texts, session.clockNanos());
    session.say(
        "psyscall %s, %s, Go %s, %s%s"
            .formatted(
                session.version(),
                Smt.version(),
                of.name(),
                sizes.text(),
                bug == null ? "" : ", bug=" + bug));
    List<Discharge> all = new ArrayList<>();
    named.prove(instance, prover, listener(all));
    return verdict(named, all).code();
  }

  private Duration limit() {
    return Bounds.parse(Optional.empty(), Optional.of(maxTime), Optional.empty())
        .maxTime()
        .orElseThrow();
  }

  private ProofListener listener(List<Discharge> all) {
    return new ProofListener() {
      @Override
      public void found(String text, Duration time) {
        session.say(
            String.format(Locale.ROOT, "%s, %.2f s", text, time.toNanos() / 1e9));
      }

      @Override
      public void discharged(Discharge discharge) {
        all.add(discharge);
        report(discharge);
      }
    };
  }

  private void report(Discharge one) {
    session.say(one.line());
    if (one.verdict() instanceof Verdict.Refuted(List<String> lines)) {
      lines.forEach(line -> session.say("    " + line));
    }
    session.flush();
  }

  private ExitCode verdict(Theorem theorem, List<Discharge> all) {
    ExitCode exit = ExitCode.of(all.stream().map(ProveVerb::code).toList());
    long proved = all.stream().filter(one -> code(one) == ExitCode.HOLDS).count();
    String word =
        switch (exit) {
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
    session.say(
        "%s: %s; obligations=%d, proved=%d; %s"
            .formatted(word, theorem.name(), all.size(), proved, theorem.claim()));
    return exit;
  }

  private static ExitCode code(Discharge one) {
    return switch (one.verdict()) {
      case Verdict.Proved _ -> ExitCode.HOLDS;
      case Verdict.Refuted _ -> ExitCode.SAFETY;
      case Verdict.Inconclusive _ -> ExitCode.INCONCLUSIVE;
    };
  }
}

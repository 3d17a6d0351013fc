package psyscall.cli.abi;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import psyscall.cli.input.Bounds;
import psyscall.cli.output.QuestionFolder;
import psyscall.cli.session.Session;
import psyscall.proofs.obligation.Prover;
import psyscall.proofs.obligation.QuestionTexts;

/// What verbs that prove let say of the solver.
public final class SolverOptions {
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

  /// What asks the solver, as the options say.
  ///
  /// @param session whose clock
  /// @return the prover
  public Prover prover(Session session) {
    QuestionTexts texts =
        Optional.ofNullable(smtlib)
            .<QuestionTexts>map(QuestionFolder::at)
            .orElse(QuestionTexts.NONE);
    return prover(session, maxTime, texts);
  }

  /// What asks the solver.
  ///
  /// @param session whose clock
  /// @param maxTime how long each question may take
  /// @param texts takes the questions
  /// @return the prover
  public static Prover prover(Session session, String maxTime, QuestionTexts texts) {
    Bounds bounds = Bounds.parse(Optional.empty(), Optional.of(maxTime), Optional.empty());
    return new Prover(bounds.maxTime().orElseThrow(), texts, session.clockNanos());
  }
}

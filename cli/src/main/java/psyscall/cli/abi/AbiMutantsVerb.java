package psyscall.cli.abi;

import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import psyscall.cli.input.Vectors;
import psyscall.cli.output.Json;
import psyscall.cli.session.Session;
import psyscall.proofs.obligation.QuestionTexts;

/// `abi mutants`: what notices a wrong semantics.
@Command(
    name = "mutants",
    description = {
      "Makes the semantics wrong in nine ways, and tells what notices each of them.",
      "An obligation of 'abi prove' is refuted, or the processor answers a vector otherwise."
    },
    footer = {
      "examples:",
      "  psyscall abi mutants",
      "  psyscall abi mutants --seed=1",
      "exit codes: 0 each is noticed by what should notice it, 2 usage, 12 one survives,",
      "  16 not decided, 130 interrupted, 153 the system failed, 255 a mistake of psyscall"
    })
public final class AbiMutantsVerb implements Callable<Integer> {
  private final Session session;

  @Option(
      names = "--vectors",
      paramLabel = "<n>",
      description = "number of system calls, and of instructions, for each (default: 100000)")
  private String vectors = "100000";

  @Option(
      names = "--seed",
      paramLabel = "<n>",
      description = "determines the vectors (default: drawn, and told)")
  private @Nullable String seed;

  @Option(
      names = "--max-time",
      paramLabel = "<time>",
      description = "of each question to the solver (default: 60s)")
  private String maxTime = "60s";

  @Option(names = "--json", description = "print one JSON document")
  private boolean json;

  /// Makes the verb.
  ///
  /// @param session where it writes
  public AbiMutantsVerb(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    Vectors asked =
        Vectors.parse(Optional.of(vectors), Optional.ofNullable(seed), session.clockNanos());
    MutantReport report =
        MutantReport.of(
            asked,
            SolverOptions.prover(session, maxTime, QuestionTexts.NONE),
            session.interruption());
    if (json) {
      session.out().print(Json.text(report.document(session.version())));
    } else {
      report.lines().forEach(session::say);
    }
    return report.exit().code();
  }
}

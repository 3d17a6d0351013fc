package psyscall.cli.abi;

import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import psyscall.cli.input.Vectors;
import psyscall.cli.output.Json;
import psyscall.cli.session.Session;

/// `abi live`: asks the processor.
@Command(
    name = "live",
    description = {
      "Compares random system calls on this machine with the semantics, register by register;",
      "then single instructions. All registers and flags are random before, and judged after.",
      "The calls neither wait nor change anything. The same seed draws the same vectors."
    },
    footer = {
      "examples:",
      "  psyscall abi live",
      "  psyscall abi live --vectors=10000000 --seed=1",
      "exit codes: 0 agrees, 2 usage, 15 a vector is not as the semantics has it,",
      "  16 this machine cannot be asked, 130 interrupted, 153 the system failed,",
      "  255 a mistake of psyscall"
    })
public final class AbiLiveVerb implements Callable<Integer> {
  private final Session session;

  @Option(
      names = "--vectors",
      paramLabel = "<n>",
      description = "number of system calls, and of instructions (default: 1000000)")
  private @Nullable String vectors;

  @Option(
      names = "--seed",
      paramLabel = "<n>",
      description = "determines the vectors (default: drawn, and told)")
  private @Nullable String seed;

  @Option(names = "--json", description = "print one JSON document")
  private boolean json;

  /// Makes the verb.
  ///
  /// @param session where it writes
  public AbiLiveVerb(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    Vectors asked =
        Vectors.parse(
            Optional.ofNullable(vectors), Optional.ofNullable(seed), session.clockNanos());
    LiveReport report = LiveReport.of(asked, session.clockNanos(), session.interruption());
    if (json) {
      session.out().print(Json.text(report.document(session.version())));
    } else {
      report.lines().forEach(session::say);
    }
    return report.exit().code();
  }
}

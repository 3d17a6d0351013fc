package psyscall.cli.abi;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import psyscall.cli.input.Names;
import psyscall.cli.output.Json;
import psyscall.cli.output.ProofReport;
import psyscall.cli.session.Session;
import psyscall.proofs.Theorems;
import psyscall.proofs.obligation.Prover;
import psyscall.proofs.obligation.Theorem;
import psyscall.proofs.smt.Smt;
import psyscall.spec.release.Release;

/// `abi prove`: what holds of the register level for all values.
@Command(
    name = "prove",
    description = {
      "Proves with the solver Z3, for all values of all registers: what each stub of Go does with",
      "arguments and results, where errors begin, and what the kernel changes."
    },
    footer = {
      "examples:",
      "  psyscall abi prove",
      "  psyscall abi prove --release=1.19.13 --smtlib=questions",
      "exit codes: 0 proved, or refuted where that is stated, 2 usage, 12 refuted,",
      "  16 not decided, 153 the system failed, 255 a mistake of psyscall"
    })
public final class AbiProveVerb implements Callable<Integer> {
  private final Session session;

  @Option(
      names = "--release",
      paramLabel = "<number>",
      description = "of Go: 1.10.8, 1.14.15 or 1.19.13 (default: each)")
  private @Nullable String release;

  @Mixin private SolverOptions solver = new SolverOptions();

  @Option(names = "--json", description = "print one JSON document")
  private boolean json;

  /// Makes the verb.
  ///
  /// @param session where it writes
  public AbiProveVerb(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    List<Release> releases =
        Optional.ofNullable(release).map(Names::release).map(List::of).orElse(Release.all());
    Prover prover = solver.prover(session);
    ProofReport report = json ? document(releases) : lines();
    for (Release of : releases) {
      Theorem.Instance instance = new Theorem.Instance(of, 1, 1, 1, Optional.empty());
      for (Theorem theorem : Theorems.ofRegisters()) {
        if (theorem.isOfRelease() || of.equals(releases.getFirst())) {
          theorem.prove(instance, prover, report);
        }
      }
    }
    return report.conclude("what is stated of the register level").code();
  }

  private ProofReport lines() {
    return ProofReport.lines(
        session, "psyscall %s, %s".formatted(session.version(), Smt.version()));
  }

  private ProofReport document(List<Release> releases) {
    ObjectNode node = Json.object().put("version", session.version()).put("solver", Smt.version());
    node.set("releases", Json.texts(releases.stream().map(Release::name).toList()));
    node.putNull("ms").putNull("ps").putNull("gs").putNull("bug");
    return ProofReport.document(session, node);
  }
}

package psyscall.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import psyscall.cli.abi.SolverOptions;
import psyscall.cli.input.Names;
import psyscall.cli.input.Size;
import psyscall.cli.output.Json;
import psyscall.cli.output.ProofReport;
import psyscall.cli.session.Session;
import psyscall.proofs.Theorems;
import psyscall.proofs.obligation.Prover;
import psyscall.proofs.obligation.Theorem;
import psyscall.proofs.smt.Smt;
import psyscall.spec.release.Release;

/// `prove`: discharges the obligations of a theorem with a solver.
@Command(
    name = "prove",
    description = {
      "Proves a theorem with the solver Z3, one line for each obligation.",
      "It is about all states that an invariant allows, reachable or not. A time-out is no success."
    },
    footer = {
      "theorems: ownership (every P is in one place), stubs, boundary, kernel ('abi prove')",
      "examples:",
      "  psyscall prove ownership --size=2/2/2",
      "  psyscall prove ownership --bug=handoff-loses-p",
      "exit codes: 0 proved, 2 usage, 12 refuted, 16 not decided, 153 the system failed,",
      "  255 a mistake of psyscall"
    })
final class ProveVerb implements Callable<Integer> {
  private final Session session;

  @Parameters(paramLabel = "<theorem>", description = "its name, as below")
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
  private String release = Release.GO_1_10_8.name();

  @Option(
      names = "--bug",
      paramLabel = "<id>",
      description = "break the protocol; a name of 'list bugs'")
  private @Nullable String bug;

  @Mixin private SolverOptions solver = new SolverOptions();

  @Option(names = "--json", description = "print one JSON document")
  private boolean json;

  /// Makes the verb.
  ///
  /// @param session where it writes
  ProveVerb(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    Theorem named = theorem();
    Size sizes = Size.parse(size);
    Theorem.Instance instance =
        new Theorem.Instance(
            Names.release(release),
            sizes.threads(),
            sizes.processors(),
            sizes.goroutines(),
            Optional.ofNullable(bug).map(Names::bug));
    Prover prover = solver.prover(session);
    ProofReport report = json ? document(instance) : lines(instance, sizes);
    named.prove(instance, prover, report);
    return report.conclude(named.claim()).code();
  }

  private ProofReport lines(Theorem.Instance instance, Size sizes) {
    String broken = bug == null ? "" : ", bug=" + bug;
    return ProofReport.lines(
        session,
        "psyscall %s, %s, Go %s, %s%s"
            .formatted(
                session.version(), Smt.version(), instance.release().name(), sizes.text(), broken));
  }

  private ProofReport document(Theorem.Instance instance) {
    ObjectNode node = Json.object().put("version", session.version()).put("solver", Smt.version());
    node.set("releases", Json.texts(List.of(instance.release().name())));
    node.put("ms", instance.threads())
        .put("ps", instance.processors())
        .put("gs", instance.goroutines())
        .put("bug", bug);
    return ProofReport.document(session, node);
  }

  private Theorem theorem() {
    return Theorems.named(theorem)
        .orElseThrow(
            () ->
                Names.unknown(
                    "theorem",
                    theorem,
                    Theorems.all().stream().map(Theorem::name).toList(),
                    "see 'psyscall prove --help'"));
  }
}

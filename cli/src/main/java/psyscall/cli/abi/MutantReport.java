package psyscall.cli.abi;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import psyscall.cli.input.Vectors;
import psyscall.cli.output.Json;
import psyscall.cli.output.Table;
import psyscall.cli.output.Words;
import psyscall.cli.session.ExitCode;
import psyscall.cli.session.Interruption;
import psyscall.model.live.Discrepancy;
import psyscall.model.live.LiveResult;
import psyscall.model.live.LiveResult.Tally;
import psyscall.model.live.LiveRun;
import psyscall.proofs.MutantProof;
import psyscall.proofs.obligation.Discharge;
import psyscall.proofs.obligation.Prover;
import psyscall.spec.kernel.SemanticMutant;

/// Wrong semantics, each with what notices it: an obligation that is refuted, a vector that the
/// processor answers otherwise, both, or neither.
///
/// @param asked the vectors, of each mutant the same
/// @param rows the mutants that were asked about
/// @param interrupted whether the user ended it
public record MutantReport(Vectors asked, List<Row> rows, boolean interrupted) {
  /// Copies the rows.
  public MutantReport {
    rows = List.copyOf(rows);
  }

  /// A mutant.
  ///
  /// @param mutant which
  /// @param proof what the proofs say of it
  /// @param live what the processor says of it
  public record Row(SemanticMutant mutant, MutantProof proof, LiveResult live) {
    private boolean isProvedWrong() {
      return proof.refuted().isPresent();
    }

    private boolean isSeenWrong() {
      return live instanceof LiveResult.Differs;
    }

    private boolean isUnnoticed() {
      return !isProvedWrong() && !isSeenWrong();
    }

    /// What it adds to the exit code: a survivor is a violation, but where the proofs are stated to
    /// be blind, and where the processor cannot be asked.
    private ExitCode code() {
      if (live instanceof LiveResult.Agrees) {
        return ExitCode.SAFETY;
      }
      if (isProvedWrong() || mutant.whyNotProved().isPresent()) {
        return ExitCode.HOLDS;
      }
      return proof.undecided().isPresent() ? ExitCode.INCONCLUSIVE : ExitCode.SAFETY;
    }
  }

  /// Asks the proofs and the processor about each mutant.
  ///
  /// @param asked the vectors
  /// @param prover asks the solver
  /// @param interruption whether the run is to end
  /// @return what came of it
  public static MutantReport of(Vectors asked, Prover prover, Interruption interruption) {
    LiveRun run = new LiveRun(asked.count(), asked.seed(), _ -> !interruption.isRequested());
    List<Row> rows = new ArrayList<>();
    for (SemanticMutant mutant : SemanticMutant.values()) {
      LiveResult live = run.against(mutant);
      if (interruption.isRequested()) {
        break;
      }
      rows.add(new Row(mutant, MutantProof.of(mutant, prover), live));
    }
    return new MutantReport(asked, rows, interruption.isRequested());
  }

  /// How the process ends.
  ///
  /// @return the exit code
  public ExitCode exit() {
    return interrupted ? ExitCode.INTERRUPTED : ExitCode.of(rows.stream().map(Row::code).toList());
  }

  /// For people.
  ///
  /// @return lines, the verdict last
  public List<String> lines() {
    List<String> lines = new ArrayList<>(Words.labelled("vectors", asked.toString()));
    if (!rows.isEmpty() && rows.getFirst().live() instanceof LiveResult.Off(String why)) {
      lines.addAll(Words.labelled("live run", "off: this machine cannot be asked, " + why));
    }
    lines.add("");
    Table table = new Table("mutant", "refuted", "live run", "what is wrong");
    for (Row row : rows) {
      table.row(row.mutant().word(), proof(row), live(row), row.mutant().claim());
    }
    lines.addAll(table.lines());
    lines.add("");
    lines.add(verdict());
    return lines;
  }

  private static String proof(Row row) {
    MutantProof proof = row.proof();
    String none = "none of " + Words.count(proof.discharged().size(), "obligation");
    return proof
        .refuted()
        .or(proof::undecided)
        .map(one -> (row.isProvedWrong() ? "" : "not decided: ") + one.name())
        .orElseGet(() -> row.mutant().whyNotProved().map(why -> none + ": " + why).orElse(none));
  }

  private static String live(Row row) {
    return switch (row.live()) {
      case LiveResult.Off _ -> "off";
      case LiveResult.Differs(Discrepancy first, Tally _) ->
          "%s, vector %s".formatted(Words.list(first.broken()), Words.number(first.vector()));
      case LiveResult.Agrees(Tally tally) -> "none of " + Words.count(tally.vectors(), "vector");
    };
  }

  private String verdict() {
    String word =
        switch (exit()) {
          case HOLDS -> "as stated";
          case SAFETY -> "survived";
          case INTERRUPTED -> "interrupted";
          case INTERNAL,
              ENVIRONMENT,
              UNREADABLE,
              DEADLOCK,
              LIVENESS,
              NOT_CONFORMING,
              VACUOUS,
              INCONCLUSIVE,
              USAGE ->
              "not decided";
        };
    return "%s: mutants=%d, refuted by proofs=%d, by the live run=%d, by neither=%d"
        .formatted(
            word,
            rows.size(),
            count(Row::isProvedWrong),
            count(Row::isSeenWrong),
            count(Row::isUnnoticed));
  }

  private long count(Predicate<Row> wanted) {
    return rows.stream().filter(wanted).count();
  }

  /// For programs.
  ///
  /// @param version of this build
  /// @return a fresh node
  public ObjectNode document(String version) {
    ObjectNode document =
        Json.object()
            .put("version", version)
            .put("vectors", asked.count())
            .put("seed", asked.seed());
    ArrayNode mutants = document.putArray("mutants");
    for (Row row : rows) {
      ObjectNode node =
          mutants.addObject().put("name", row.mutant().word()).put("claim", row.mutant().claim());
      node.set("proofs", proofs(row));
      node.set("live", live(row.live()));
    }
    return document
        .put("byProofs", count(Row::isProvedWrong))
        .put("byLiveRun", count(Row::isSeenWrong))
        .put("byNeither", count(Row::isUnnoticed))
        .put("exit", exit().code());
  }

  private static ObjectNode proofs(Row row) {
    MutantProof proof = row.proof();
    String verdict = "survives";
    if (row.isProvedWrong()) {
      verdict = "refuted";
    } else if (proof.undecided().isPresent()) {
      verdict = "undecided";
    }
    ObjectNode node =
        Json.object().put("verdict", verdict).put("obligations", proof.discharged().size());
    proof
        .refuted()
        .or(proof::undecided)
        .map(Discharge::name)
        .ifPresentOrElse(name -> node.put("obligation", name), () -> node.putNull("obligation"));
    row.mutant()
        .whyNotProved()
        .ifPresentOrElse(why -> node.put("why", why), () -> node.putNull("why"));
    return node;
  }

  private static ObjectNode live(LiveResult result) {
    return switch (result) {
      case LiveResult.Off(String why) -> Json.object().put("verdict", "off").put("why", why);
      case LiveResult.Agrees(Tally tally) ->
          Json.object().put("verdict", "agrees").put("vectors", tally.vectors());
      case LiveResult.Differs(Discrepancy first, Tally _) -> {
        ObjectNode node =
            Json.object()
                .put("verdict", "differs")
                .put("vector", first.vector())
                .put("name", first.examined());
        node.set("broken", Json.texts(first.broken()));
        yield node;
      }
    };
  }
}

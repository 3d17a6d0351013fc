package psyscall.cli.abi;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.LongPredicate;
import java.util.function.LongSupplier;
import psyscall.cli.input.Vectors;
import psyscall.cli.output.Json;
import psyscall.cli.output.Table;
import psyscall.cli.output.Words;
import psyscall.cli.session.ExitCode;
import psyscall.cli.session.Interruption;
import psyscall.model.live.Discrepancy;
import psyscall.model.live.LiveResult;
import psyscall.model.live.LiveResult.Share;
import psyscall.model.live.LiveResult.Tally;
import psyscall.model.live.LiveRun;

/// What the processor said, as lines and as a document.
///
/// @param asked the vectors
/// @param calls what came of the system calls
/// @param instructions what came of the instructions; empty if they were not reached
/// @param nanos how long the system calls took behind the first batch, the judging of them too; 0
///   if it was not measured
/// @param interrupted whether the user ended it
public record LiveReport(
    Vectors asked,
    LiveResult calls,
    Optional<LiveResult> instructions,
    long nanos,
    boolean interrupted) {
  private static final double NANOS_PER_SECOND = 1e9;

  /// Asks the processor.
  ///
  /// @param asked the vectors
  /// @param clockNanos a clock that never runs back
  /// @param interruption whether the run is to end
  /// @return what came of it
  public static LiveReport of(Vectors asked, LongSupplier clockNanos, Interruption interruption) {
    Watch watch = new Watch(clockNanos, interruption);
    LiveRun run = new LiveRun(asked.count(), asked.seed(), watch);
    LiveResult calls = run.calls();
    long nanos = watch.nanos();
    Optional<LiveResult> instructions =
        calls instanceof LiveResult.Agrees && !interruption.isRequested()
            ? Optional.of(run.instructions())
            : Optional.empty();
    return new LiveReport(asked, calls, instructions, nanos, interruption.isRequested());
  }

  /// Measures what comes after the first batch: before it the semantics is compiled.
  private static final class Watch implements LongPredicate {
    private final LongSupplier clockNanos;
    private final Interruption interruption;
    private OptionalLong start = OptionalLong.empty();

    Watch(LongSupplier clockNanos, Interruption interruption) {
      this.clockNanos = clockNanos;
      this.interruption = interruption;
    }

    @Override
    public boolean test(long done) {
      if (start.isEmpty()) {
        start = OptionalLong.of(clockNanos.getAsLong());
      }
      return !interruption.isRequested();
    }

    long nanos() {
      long now = clockNanos.getAsLong();
      return now - start.orElse(now);
    }
  }

  /// The result that decides: the first that is no agreement.
  private LiveResult decisive() {
    return calls instanceof LiveResult.Agrees ? instructions.orElse(calls) : calls;
  }

  /// How the process ends.
  ///
  /// @return the exit code
  public ExitCode exit() {
    if (interrupted) {
      return ExitCode.INTERRUPTED;
    }
    return switch (decisive()) {
      case LiveResult.Off _ -> ExitCode.INCONCLUSIVE;
      case LiveResult.Agrees _ -> ExitCode.HOLDS;
      case LiveResult.Differs _ -> ExitCode.NOT_CONFORMING;
    };
  }

  /// For people.
  ///
  /// @return lines, the verdict last
  public List<String> lines() {
    List<String> lines = new ArrayList<>(Words.labelled("vectors", asked.toString()));
    tally(calls).ifPresent(tally -> lines.addAll(Words.labelled("calls", told(tally, "call"))));
    tally(calls)
        .ifPresent(
            tally -> tally.unfit().forEach(each -> lines.addAll(Words.labelled("left out", each))));
    instructions
        .flatMap(LiveReport::tally)
        .ifPresent(
            tally -> lines.addAll(Words.labelled("instructions", told(tally, "instruction"))));
    if (decisive() instanceof LiveResult.Differs(Discrepancy first, Tally _)) {
      lines.add("");
      lines.addAll(table(first));
    }
    lines.add("");
    lines.add(verdict());
    return lines;
  }

  private static Optional<Tally> tally(LiveResult result) {
    return switch (result) {
      case LiveResult.Off _ -> Optional.empty();
      case LiveResult.Agrees(Tally tally) -> Optional.of(tally);
      case LiveResult.Differs(Discrepancy _, Tally tally) -> Optional.of(tally);
    };
  }

  private static String told(Tally tally, String thing) {
    long least = tally.shares().stream().mapToLong(Share::vectors).min().orElse(0);
    return "%s of %s, of each at least %s"
        .formatted(
            Words.count(tally.vectors(), "vector"),
            Words.count(tally.shares().size(), "kind") + " of " + thing,
            Words.number(least));
  }

  private static List<String> table(Discrepancy first) {
    Table table = new Table("register", "before", "after");
    for (Discrepancy.Change change : first.registers()) {
      table.row(change.name(), hex(change.before()), hex(change.after()));
    }
    return table.lines();
  }

  private static String hex(long value) {
    return "0x%016x".formatted(value);
  }

  private String verdict() {
    String end = interrupted ? "interrupted: " : "";
    return switch (decisive()) {
      case LiveResult.Off(String why) -> "off: this machine cannot be asked, " + why;
      case LiveResult.Differs(Discrepancy first, Tally _) ->
          "differs: vector %s, %s: not as the semantics has it: %s"
              .formatted(
                  Words.number(first.vector()), first.examined(), Words.list(first.broken()));
      case LiveResult.Agrees _ ->
          end
              + "agrees: all registers and flags are as the semantics has them, 0 discrepancies, "
              + Words.number(perSecond())
              + " calls/s";
    };
  }

  private long perSecond() {
    long vectors = tally(calls).map(Tally::vectors).orElse(0L);
    return nanos == 0 ? 0 : Math.round(vectors * NANOS_PER_SECOND / nanos);
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
            .put("seed", asked.seed())
            .put("verdict", word())
            .put("interrupted", interrupted);
    if (decisive() instanceof LiveResult.Off(String why)) {
      document.put("why", why);
    } else {
      document.putNull("why");
    }
    document.set("calls", shares(tally(calls)));
    document.set("leftOut", Json.texts(tally(calls).map(Tally::unfit).orElse(List.of())));
    document.set("instructions", shares(instructions.flatMap(LiveReport::tally)));
    if (decisive() instanceof LiveResult.Differs(Discrepancy first, Tally _)) {
      document.set("discrepancy", json(first));
    } else {
      document.putNull("discrepancy");
    }
    return document.put("callsPerSecond", perSecond());
  }

  private String word() {
    return switch (decisive()) {
      case LiveResult.Off _ -> "off";
      case LiveResult.Agrees _ -> "agrees";
      case LiveResult.Differs _ -> "differs";
    };
  }

  private static ArrayNode shares(Optional<Tally> tally) {
    ArrayNode array = Json.array();
    for (Share share : tally.map(Tally::shares).orElse(List.of())) {
      array.addObject().put("name", share.examined()).put("vectors", share.vectors());
    }
    return array;
  }

  private static ObjectNode json(Discrepancy first) {
    ObjectNode json = Json.object().put("vector", first.vector()).put("name", first.examined());
    json.set("broken", Json.texts(first.broken()));
    ArrayNode registers = json.putArray("registers");
    for (Discrepancy.Change change : first.registers()) {
      registers
          .addObject()
          .put("name", change.name())
          .put("before", hex(change.before()))
          .put("after", hex(change.after()));
    }
    return json;
  }
}

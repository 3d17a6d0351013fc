package psyscall.benchmarks.soak;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.foreign.MemorySegment;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import psyscall.checker.eventlog.Answer;
import psyscall.checker.eventlog.EventLogJudge;
import psyscall.checker.oracle.Conformance;
import psyscall.checker.oracle.Oracle;
import psyscall.checker.oracle.Run;
import psyscall.model.engine.Engine;
import psyscall.model.engine.Engines;
import psyscall.model.eventlog.EventLog;
import psyscall.model.eventlog.LoggedEvent;
import psyscall.model.interpret.ModelError;
import psyscall.model.listen.EventRecorder;
import psyscall.model.observe.MemoryAllowance;
import psyscall.model.observe.TraceFault;
import psyscall.model.run.RunEnd;
import psyscall.model.run.RunLimits;
import psyscall.model.run.RunListener;
import psyscall.model.run.VirtualRun;
import psyscall.model.schedule.SeededRandom;
import psyscall.model.tracewriter.GenerationLimits;
import psyscall.model.tracewriter.GoTraceRecorder;
import psyscall.model.watch.EngineWatch;
import psyscall.model.watch.WatchableClaims;
import psyscall.model.workload.RandomWorkload;
import psyscall.model.workload.Workload;
import psyscall.spec.process.Ending;
import psyscall.spec.property.Property;
import psyscall.spec.release.Release;
import psyscall.spec.rule.Specification;

/// Makes runs of random programs by compiled rules, and has each judged.
///
/// One program has 25 runs, whose seeds differ; its goroutines repeat what they do.
///
/// A run fails if it ends by a throw or by a step that the lifecycle does not allow, if a claim
/// does not hold while it goes on, if nobody can move any more, or if its log or its trace is not
/// explained. Every third trace has short generations.
final class Soak {
  /// What a judge may allocate, in bytes.
  private static final long ALLOWANCE = 256L << 20;

  /// About how many steps an operation takes at the least.
  private static final int STEPS_OF_AN_OPERATION = 4;

  private static final GenerationLimits SHORT = new GenerationLimits(100_000, 1 << 12);

  /// How many runs one program has: its rules are compiled once for them.
  static final int RUNS_OF_A_PROGRAM = 25;

  private final Oracle oracle = Oracle.ofGo();
  private final Release release;
  private final int operations;
  private final RunLimits limits;

  /// Runs of one release.
  ///
  /// @param release whose rules run the programs
  /// @param operations about how many each program has in one pass
  /// @param limits how far each run goes at most
  Soak(Release release, int operations, RunLimits limits) {
    this.release = release;
    this.operations = operations;
    this.limits = limits;
  }

  /// A program, with its rules compiled.
  private record Prepared(Workload workload, List<Property> claims, Engines engines) {}

  /// Makes runs. This may be called by several threads at the same time.
  ///
  /// @param from the first seed; a seed divided by 25 draws the program, and the seed what is left
  ///   open in it
  /// @param until the seed behind the last, of the same program
  /// @return the runs, judged
  List<Trial> runs(long from, long until) {
    Prepared prepared = prepared(from / RUNS_OF_A_PROGRAM);
    return LongStream.range(from, until).mapToObj(seed -> run(prepared, seed)).toList();
  }

  /// Each operation takes some steps: passes enough that it is the limit that ends most runs.
  private Prepared prepared(long program) {
    int passes = (int) Math.max(1, limits.steps() / STEPS_OF_AN_OPERATION / operations);
    Workload workload = RandomWorkload.of(program, release, operations, passes);
    Specification rules = workload.specification();
    List<Property> claims = new WatchableClaims(workload.state(), rules).all();
    Engines engines = Engines.of(rules, workload.world(), EngineWatch.watched(claims));
    return new Prepared(workload, claims, engines);
  }

  private Trial run(Prepared prepared, long seed) {
    Workload workload = prepared.workload();
    StringBuilder log = new StringBuilder();
    ByteArrayOutputStream trace = new ByteArrayOutputStream();
    GoTraceRecorder recorder =
        new GoTraceRecorder(workload, seed % 3 == 0 ? SHORT : GenerationLimits.USUAL, trace);
    Engine engine = prepared.engines().fresh();
    List<RunListener> listeners =
        List.of(
            new EventRecorder(workload, log),
            recorder,
            new EngineWatch(prepared.claims(), engine, workload.world()));
    try {
      RunEnd end =
          new VirtualRun(workload, engine, new SeededRandom(seed), limits, listeners).run();
      recorder.finish();
      return judged(seed, end, log, trace.toByteArray());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (ModelError | IllegalStateException | IndexOutOfBoundsException e) {
      throw new IllegalStateException(
          "a run that ends in an exception: release=%s, seed=%d".formatted(release.name(), seed),
          e);
    }
  }

  private Trial judged(long seed, RunEnd end, CharSequence log, byte[] trace) throws IOException {
    Conformance answer =
        oracle.judge(Run.ofGo(MemorySegment.ofArray(trace)), ALLOWANCE, (_, _) -> true);
    LogVerdict lines = judged(log.toString().getBytes(StandardCharsets.UTF_8));
    Optional<String> failure =
        failure(end)
            .or(lines::failure)
            .or(
                () ->
                    answer instanceof Conformance.Explained
                        ? Optional.empty()
                        : Optional.of("its trace is not explained: " + answer));
    return new Trial(seed, end, trace, answer.counts().judged(), lines.explained(), failure);
  }

  private static Optional<String> failure(RunEnd end) {
    return switch (end) {
      case RunEnd.Ended ended ->
          ended.ending().kind() == Ending.Kind.FINAL
              ? Optional.empty()
              : Optional.of("it ended badly: " + ended);
      case RunEnd.AtRest rest -> Optional.of("nobody can move: " + rest);
      case RunEnd.Violated violated ->
          Optional.of(
              "a claim does not hold: property=%s, steps=%d"
                  .formatted(violated.objection().property().name(), violated.steps()));
      case RunEnd.Interrupted cut -> Optional.of("it was cut: " + cut);
      case RunEnd.TimeOver _, RunEnd.StepsOver _ -> Optional.empty();
    };
  }

  /// What the judge of logs says.
  private record LogVerdict(long explained, Optional<String> failure) {}

  private static LogVerdict judged(byte[] log) throws IOException {
    MemoryAllowance memory = new MemoryAllowance(ALLOWANCE);
    try {
      EventLog lines = EventLog.open(new ByteArrayInputStream(log), memory);
      EventLogJudge judge = new EventLogJudge(lines.header().lifecycle(), memory);
      LoggedEvent line = new LoggedEvent();
      while (lines.next(line)) {
        if (judge.judge(line) instanceof Answer.Refused refused) {
          return new LogVerdict(
              judge.explained(),
              Optional.of(
                  "its log is not explained: line=%d, event=%s, needs=%s"
                      .formatted(line.line(), line.name(), refused.needs())));
        }
      }
      return new LogVerdict(judge.explained(), Optional.empty());
    } catch (TraceFault fault) {
      return new LogVerdict(0, Optional.of("its log is none: " + fault.getMessage()));
    }
  }
}

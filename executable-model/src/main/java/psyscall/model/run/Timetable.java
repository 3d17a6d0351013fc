package psyscall.model.run;

import java.util.Set;
import psyscall.model.engine.Engine;
import psyscall.model.kernel.VirtualKernel;
import psyscall.spec.process.StepKind;
import psyscall.spec.rule.Rule;

/// When a move may be tried: which moment it waits for, and when that comes.
final class Timetable {
  /// Steps that sysmon takes as soon as it can: nothing is waited for between them.
  static final Set<String> AT_ONCE =
      Set.of("Sysmon.test", "Retake.pretend", "Retake.cas", "Retake.unpretend");

  /// How many ranks there are.
  static final int RANKS = 4;

  private final Surroundings.Sources sources;
  private final Moment[] moments;
  private final StepKind[] kinds;

  /// @param engine whose moves they are
  /// @param sources where the clocks are
  Timetable(Engine engine, Surroundings.Sources sources) {
    this.sources = sources;
    moments = engine.moves().stream().map(m -> Moment.of(m.rule())).toArray(Moment[]::new);
    kinds = engine.moves().stream().map(m -> m.rule().kind()).toArray(StepKind[]::new);
  }

  /// Which rules of a label are tried first: those of what the collector and the global queue want,
  /// where their moment has come; the protocol's; the environment's; those that poll.
  ///
  /// @return from 0, tried first
  static int rank(Rule rule) {
    return switch (Moment.of(rule)) {
      case IDLE_WORK, MARK_WORK, GLOBAL_TURN, SEARCH_GLOBAL_TURN -> 0;
      case Moment _ ->
          switch (rule.kind()) {
            case PROTOCOL -> 1;
            case ENVIRONMENT -> 2;
            case POLLING -> 3;
          };
    };
  }

  /// What a move is, for time.
  Moment moment(int move) {
    return moments[move];
  }

  /// From when a move may be tried.
  ///
  /// @param move one at the label of its actor
  /// @param goroutine who runs on the actor's thread
  /// @param processor which P the thread has
  /// @return a time, perhaps one that is over; [VirtualKernel#NEVER] if the moment is not known
  long opens(int move, int goroutine, int processor) {
    Monitor monitor = sources.monitor();
    Network network = sources.network();
    Collector collector = sources.collector();
    return switch (moments[move]) {
      case RUN -> sources.workers().due(goroutine);
      case SYSCALL, RAW_SYSCALL, BLOCK, RAW_BLOCKED -> sources.kernel().due(goroutine);
      case USLEEP -> monitor.wakeNanos();
      case TIMEOUT -> monitor.deepNanos();
      case STOP_AGAIN, STOPPED, SAFE_POINT_AGAIN -> sources.workers().alarm(goroutine);
      case POLLING -> network.nextNanos();
      case SYSMON_POLL -> Math.max(monitor.wakeNanos(), network.sysmonNanos());
      case FORCE_GC -> Math.max(monitor.wakeNanos(), collector.forceNanos());
      case CLAIM -> collector.scanNanos();
      case IDLE_WORK, MARK_WORK -> collector.workNanos();
      case GLOBAL_TURN, SEARCH_GLOBAL_TURN ->
          monitor.isGlobalTurn(processor) ? 0 : VirtualKernel.NEVER;
      case PREEMPTED,
          INTERRUPTED,
          DEEP_SLEEP,
          AWAKE,
          LOOK,
          SLICE,
          SEMACQUIRE,
          NETPARK,
          SEARCH_POLL,
          START_POLL,
          IDLE_P,
          RUNQGET,
          SCHEDULE_RUNQGET ->
          0;
      case OTHER -> kinds[move] == StepKind.ENVIRONMENT ? VirtualKernel.NEVER : 0;
    };
  }
}

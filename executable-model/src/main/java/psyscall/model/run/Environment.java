package psyscall.model.run;

import java.util.Optional;
import java.util.Set;
import psyscall.model.engine.Engine;
import psyscall.model.engine.StepView;
import psyscall.model.kernel.Kernel;
import psyscall.model.kernel.KernelResult;
import psyscall.model.packed.Answers;
import psyscall.model.schedule.Scheduler;
import psyscall.model.workload.Operation;
import psyscall.model.workload.Workload;
import psyscall.spec.lifecycle.Events;
import psyscall.spec.rule.Specification;
import psyscall.spec.runtime.GoRuntime;

/// What the rules leave to the world: how choices about time and the kernel are answered, and what
/// a step means for clocks, kernel and goroutines.
final class Environment {
  /// How long one waits for Ps to stop before one asks again (proc.go, stopTheWorldWithSema and
  /// forEachP).
  private static final long AGAIN_NANOS = 100_000;

  private final Monitor monitor = new Monitor();
  private final Network network = new Network();
  private final Kernel kernel;
  private final Workers workers;
  private final Collector collector;
  private final RunListener listener;
  private final Engine engine;
  private final Surroundings surroundings;
  private final Engine.Gauge curg;
  private final Engine.Gauge ps;
  private final Engine.Gauge at;
  private final Engine.Gauge moved;
  private final Engine.Gauge runnext;
  private final Set<Long> creations;
  private final int[] threads;
  private final Timetable timetable;
  private final int goStart;
  private final int procSteal;
  private long next;

  Environment(
      Workload workload, Engine engine, Kernel kernel, Scheduler scheduler, RunListener listener) {
    this.kernel = kernel;
    workers = new Workers(workload.goroutines());
    collector = new Collector(workload.goroutines().size());
    this.listener = listener;
    this.engine = engine;
    Specification specification = engine.specification();
    curg = engine.gauge(specification.variable("m.curg"));
    ps = engine.gauge(specification.variable("m.p"));
    at = engine.gauge(specification.variable("g.at"));
    moved = engine.gauge(specification.variable("p.syscalltickMoved"));
    runnext = engine.gauge(specification.variable("p.runnext"));
    creations = workload.state().programs.creations();
    Surroundings.Sources sources =
        new Surroundings.Sources(monitor, kernel, network, collector, workers, moved);
    surroundings = new Surroundings(engine.vocabulary().choices(), sources, scheduler);
    threads =
        engine.actors().stream()
            .mapToInt(a -> a.process().equals(GoRuntime.THREADS) ? (int) a.self() : -1)
            .toArray();
    timetable = new Timetable(engine, sources);
    goStart = engine.vocabulary().events().indexOf(Events.GO_START);
    procSteal = engine.vocabulary().events().indexOf(Events.PROC_STEAL);
  }

  /// Who runs on the thread that an actor is; −1 if nobody does, or it is no thread.
  ///
  /// @param actor its number
  int goroutine(int actor) {
    int thread = threads[actor];
    return thread < 0 ? -1 : (int) curg.at(thread);
  }

  /// Which P the thread has that an actor is; −1 if none, or it is no thread.
  ///
  /// @param actor its number
  int processor(int actor) {
    int thread = threads[actor];
    return thread < 0 ? -1 : (int) ps.at(thread);
  }

  /// Whether all goroutines have ended that somebody created, the system's aside.
  boolean isOver() {
    return workers.haveEnded();
  }

  /// When each move may be tried.
  Timetable timetable() {
    return timetable;
  }

  /// Who answers the choices of the next step; always the same object.
  Answers answers(int goroutine, int processor, long now) {
    next = processor < 0 ? -1 : runnext.at(processor);
    surroundings.begin(goroutine, now);
    return surroundings;
  }

  /// A step was taken.
  ///
  /// @param move which
  /// @param goroutine who ran on the actor's thread before
  /// @param now when
  void after(int move, int goroutine, long now) {
    StepView step = engine.step();
    for (int at = 0; at < step.events(); at++) {
      int event = engine.eventNumber(at);
      if (event == goStart) {
        monitor.started(step.argument(at, 0), (int) step.argument(at, 1), (int) last(step, at));
      } else if (event == procSteal && last(step, at) < 0) {
        monitor.retook();
      }
    }
    switch (timetable.moment(move)) {
      case RUN -> begin(goroutine, now);
      case PREEMPTED -> workers.yields(goroutine, now);
      case SYSCALL, RAW_SYSCALL, BLOCK, RAW_BLOCKED ->
          leave(goroutine, kernel.finish(goroutine), now);
      case INTERRUPTED -> interrupted(goroutine, now);
      case RUNQGET, SCHEDULE_RUNQGET -> monitor.picked((int) step.actor().self(), next);
      case AWAKE -> monitor.awoke();
      case LOOK -> looked(now);
      case USLEEP -> network.sysmonRound(now);
      case STOPPED -> stopped(goroutine, now);
      case NETPARK -> network.waits(goroutine, now + workers.netwaitNanos(goroutine));
      case POLLING, SYSMON_POLL -> {
        network.brought(surroundings.brought());
        network.polled(now);
      }
      case SEARCH_POLL, START_POLL -> network.brought(surroundings.brought());
      case FORCE_GC -> collector.collected(now);
      case CLAIM -> collector.scans(surroundings.scanned());
      case IDLE_WORK -> collector.takesWork();
      case IDLE_P -> {
        if (surroundings.hasWorker()) {
          collector.takesWork();
        }
      }
      case DEEP_SLEEP,
          TIMEOUT,
          SLICE,
          SEMACQUIRE,
          STOP_AGAIN,
          SAFE_POINT_AGAIN,
          MARK_WORK,
          GLOBAL_TURN,
          SEARCH_GLOBAL_TURN,
          OTHER -> {}
    }
  }

  private static long last(StepView step, int event) {
    return step.argument(event, step.event(event).parameters().size() - 1);
  }

  private void stopped(int goroutine, long now) {
    workers.stop(goroutine).ifPresent(stop -> collector.worldStopped(stop.reason(), now));
  }

  /// A lock of old releases takes two steps of user code, and is one operation.
  private void begin(int goroutine, long now) {
    boolean isHalf = creations.contains(at.at(goroutine));
    if (workers.isHalfDone(goroutine, isHalf)) {
      return;
    }
    Operation operation = workers.goesOn(goroutine, now);
    if (operation instanceof Operation.Store stored) {
      kernel.store(stored.word(), stored.value());
    } else if (operation instanceof Operation.TimeOfDay) {
      workers.gets(goroutine, kernel.timeOfDay());
    }
  }

  private void leave(long goroutine, KernelResult result, long now) {
    workers.gets(goroutine, result);
    listener.left(now, goroutine, workers.way(goroutine));
  }

  private void interrupted(long goroutine, long now) {
    kernel.interrupt(goroutine, now).ifPresent(result -> leave(goroutine, result, now));
  }

  private void looked(long now) {
    int processor = surroundings.processor();
    if (processor >= 0) {
      monitor.looked(processor, now);
      if (surroundings.hadMoved() && moved.at(processor) == 0) {
        monitor.noted(processor, now);
      }
    }
  }

  /// An actor stands at a label.
  ///
  /// @param moves those at the label
  /// @param goroutine who runs on the actor's thread
  /// @param now when
  void arrived(int[] moves, int goroutine, long now) {
    for (int move : moves) {
      switch (timetable.moment(move)) {
        case RUN -> workers.runs(goroutine, now);
        case SYSCALL, RAW_SYSCALL, BLOCK, RAW_BLOCKED -> enter(goroutine, now);
        case USLEEP -> monitor.sleeps(now);
        case TIMEOUT -> monitor.sleepsDeeply(now);
        case SEMACQUIRE -> workers.again(goroutine);
        case STOP_AGAIN, SAFE_POINT_AGAIN -> workers.setAlarm(goroutine, now + AGAIN_NANOS);
        case STOPPED ->
            workers
                .stop(goroutine)
                .ifPresent(stop -> workers.setAlarm(goroutine, now + stop.nanos()));
        case PREEMPTED,
            INTERRUPTED,
            DEEP_SLEEP,
            AWAKE,
            LOOK,
            SLICE,
            NETPARK,
            POLLING,
            SEARCH_POLL,
            START_POLL,
            SYSMON_POLL,
            FORCE_GC,
            CLAIM,
            IDLE_WORK,
            MARK_WORK,
            IDLE_P,
            GLOBAL_TURN,
            SEARCH_GLOBAL_TURN,
            RUNQGET,
            SCHEDULE_RUNQGET,
            OTHER -> {}
      }
    }
  }

  private void enter(long goroutine, long now) {
    if (!kernel.isIn(goroutine)) {
      kernel.begin(goroutine, workers.way(goroutine), workers.call(goroutine), now);
      listener.entered(now, goroutine, workers.way(goroutine));
      Optional<CallOutcome> printed = workers.printed(goroutine);
      if (printed.isPresent()) {
        listener.printed(now, goroutine, printed.get());
      }
      Optional<String> said = workers.said(goroutine);
      if (said.isPresent()) {
        listener.said(now, goroutine, said.get());
      }
    }
  }
}

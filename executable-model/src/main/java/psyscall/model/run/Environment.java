package psyscall.model.run;

import psyscall.model.kernel.KernelError;
import psyscall.model.kernel.KernelResult;
import psyscall.model.kernel.VirtualKernel;
import psyscall.model.workload.Operation;
import psyscall.model.workload.Workload;
import java.util.Optional;
import psyscall.model.engine.Engine;
import psyscall.model.engine.StepView;
import psyscall.model.packed.Answers;
import psyscall.model.schedule.Scheduler;
import psyscall.spec.lifecycle.Events;
import psyscall.spec.process.StepKind;
import psyscall.spec.rule.Rule;
import psyscall.spec.rule.Specification;
import psyscall.spec.runtime.GoRuntime;

/// What the rules leave to the world: when a step of the environment may be taken, how choices
/// about time and the kernel are answered, and what a step means for clocks, kernel and goroutines.
final class Environment {
  /// The rules that are known here, by the names under which coverage counts them.
  enum Moment {
    /// User code goes on to its next operation.
    RUN("UserCode.run"),
    /// It yields first.
    PREEMPTED("UserCode.preempted"),
    /// A call returns.
    SYSCALL("Syscall.kernel"),
    /// A raw call returns.
    RAW_SYSCALL("RawSyscall.kernel"),
    /// A wait that gave its P away returns.
    BLOCK("Notetsleepg.sleep"),
    /// A signal comes into a raw call.
    INTERRUPTED("RawSyscall.interrupted"),
    /// Sysmon's short sleep is over.
    USLEEP("Sysmon.usleep"),
    /// Sysmon's deep sleep is over by a wake-up.
    DEEP_SLEEP("Sysmon.deepSleep"),
    /// Sysmon's deep sleep is over by itself.
    TIMEOUT("Sysmon.timeout"),
    /// Sysmon ends its deep sleep.
    AWAKE("Sysmon.awake"),
    /// Sysmon looks at a P.
    LOOK("Retake.look"),
    /// Sysmon ends a time slice.
    SLICE("Retake.slice"),
    /// Any other step.
    OTHER("");

    private final String rule;

    Moment(String rule) {
      this.rule = rule;
    }

    /// The name of the rule.
    String rule() {
      return rule;
    }

    static Moment of(Rule rule) {
      for (Moment moment : values()) {
        if (moment.rule.equals(rule.name())) {
          return moment;
        }
      }
      return OTHER;
    }
  }

  private final Monitor monitor = new Monitor();
  private final VirtualKernel kernel;
  private final Workers workers;
  private final RunListener listener;
  private final Engine engine;
  private final Surroundings surroundings;
  private final Engine.Gauge curg;
  private final Engine.Gauge moved;
  private final int[] threads;
  private final Moment[] moments;
  private final StepKind[] kinds;
  private final int goStart;
  private final int procSteal;

  Environment(Workload workload, Engine engine, Scheduler scheduler, RunListener listener) {
    kernel = new VirtualKernel(workload.words());
    workers = new Workers(workload.goroutines());
    this.listener = listener;
    this.engine = engine;
    Specification specification = engine.specification();
    curg = engine.gauge(specification.variable("m.curg"));
    moved = engine.gauge(specification.variable("p.syscalltickMoved"));
    surroundings =
        new Surroundings(engine.vocabulary().choices(), monitor, kernel, scheduler, moved);
    threads =
        engine.actors().stream()
            .mapToInt(a -> a.process().equals(GoRuntime.THREADS) ? (int) a.self() : -1)
            .toArray();
    moments = engine.moves().stream().map(m -> Moment.of(m.rule())).toArray(Moment[]::new);
    kinds = engine.moves().stream().map(m -> m.rule().kind()).toArray(StepKind[]::new);
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

  /// From when a move may be tried.
  ///
  /// @param move one at the label of its actor
  /// @param goroutine who runs on the actor's thread
  /// @return a time, perhaps one that is over; [VirtualKernel#NEVER] if the moment is not known
  long opens(int move, int goroutine) {
    return switch (moments[move]) {
      case RUN -> workers.due(goroutine);
      case SYSCALL, RAW_SYSCALL, BLOCK -> kernel.due(goroutine);
      case USLEEP -> monitor.wakeNanos();
      case TIMEOUT -> monitor.deepNanos();
      case PREEMPTED, INTERRUPTED, DEEP_SLEEP, AWAKE, LOOK, SLICE -> 0;
      case OTHER -> kinds[move] == StepKind.ENVIRONMENT ? VirtualKernel.NEVER : 0;
    };
  }

  /// Who answers the choices of the next step; always the same object.
  Answers answers(int goroutine, long now) {
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
        monitor.started((int) last(step, at));
      } else if (event == procSteal && last(step, at) < 0) {
        monitor.retook();
      }
    }
    switch (moments[move]) {
      case RUN -> begin(goroutine, now);
      case PREEMPTED -> workers.yields(goroutine, now);
      case SYSCALL, RAW_SYSCALL, BLOCK -> leave(goroutine, kernel.finish(goroutine), now);
      case INTERRUPTED -> interrupted(goroutine, now);
      case AWAKE -> monitor.awoke();
      case LOOK -> looked(now);
      case USLEEP, DEEP_SLEEP, TIMEOUT, SLICE, OTHER -> {}
    }
  }

  private static long last(StepView step, int event) {
    return step.argument(event, step.event(event).parameters().size() - 1);
  }

  private void begin(long goroutine, long now) {
    Optional<Operation> operation = workers.goesOn(goroutine, now);
    if (operation.isPresent() && operation.get() instanceof Operation.Store store) {
      kernel.store(store.word(), store.value());
    }
  }

  private void leave(long goroutine, KernelResult result, long now) {
    workers.gets(goroutine, result);
    listener.left(now, goroutine, workers.way(goroutine));
  }

  private void interrupted(long goroutine, long now) {
    switch (kernel.interruption(goroutine, now)) {
      case FAILS -> {
        kernel.leave(goroutine);
        leave(goroutine, KernelResult.of(KernelError.EINTR), now);
      }
      case RESTARTS -> {
        kernel.leave(goroutine);
        kernel.begin(goroutine, workers.call(goroutine), now);
      }
      case NONE -> throw new IllegalStateException("no wait to interrupt: goroutine=" + goroutine);
    }
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
      switch (moments[move]) {
        case RUN -> workers.runs(goroutine, now);
        case SYSCALL, RAW_SYSCALL, BLOCK -> enter(goroutine, now);
        case USLEEP -> monitor.sleeps(now);
        case TIMEOUT -> monitor.sleepsDeeply(now);
        case PREEMPTED, INTERRUPTED, DEEP_SLEEP, AWAKE, LOOK, SLICE, OTHER -> {}
      }
    }
  }

  private void enter(long goroutine, long now) {
    if (!kernel.isIn(goroutine)) {
      kernel.begin(goroutine, workers.call(goroutine), now);
      listener.entered(now, goroutine, workers.way(goroutine));
      workers.printed(goroutine).ifPresent(line -> listener.printed(now, goroutine, line));
    }
  }
}

package psyscall.model.run;

import psyscall.model.kernel.KernelResult;
import psyscall.model.kernel.VirtualKernel;
import psyscall.model.trap.CallGate;
import psyscall.model.workload.Operation;
import psyscall.model.workload.Workload;
import java.util.List;
import java.util.Optional;
import psyscall.model.behavior.Actor;
import psyscall.model.behavior.Answer;
import psyscall.model.behavior.Array;
import psyscall.model.behavior.Occurrence;
import psyscall.model.behavior.Step;
import psyscall.model.behavior.Value;
import psyscall.model.interpret.Chooser;
import psyscall.model.interpret.Store;
import psyscall.model.schedule.Scheduler;
import psyscall.spec.lifecycle.Events;
import psyscall.spec.process.Event;
import psyscall.spec.process.StepKind;
import psyscall.spec.rule.Rule;
import psyscall.spec.rule.Specification;
import psyscall.spec.runtime.GoRuntime;
import psyscall.spec.term.Var;

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
  private final CallGate kernel;
  private final Workers workers;
  private final Scheduler scheduler;
  private final RunListener listener;
  private final Var curg;
  private final Var moved;

  Environment(
      Workload workload, Specification specification, Scheduler scheduler, RunListener listener) {
    kernel = new CallGate(workload.release(), workload.words(), scheduler.seed());
    workers = new Workers(workload.goroutines());
    this.scheduler = scheduler;
    this.listener = listener;
    curg = specification.variable("m.curg");
    moved = specification.variable("p.syscalltickMoved");
  }

  /// Who runs on the thread whose actor it is; −1 if nobody does, or it is no thread.
  long goroutine(Actor actor, Store store) {
    return actor.process().equals(GoRuntime.THREADS) ? store.read(curg, actor.self()).scalar() : -1;
  }

  /// From when a rule may be tried.
  ///
  /// @param rule one at the label of its actor
  /// @param goroutine who runs on the actor's thread
  /// @return a time, perhaps one that is over; [VirtualKernel#NEVER] if the moment is not known
  long opens(Rule rule, long goroutine) {
    return switch (Moment.of(rule)) {
      case RUN -> workers.due(goroutine);
      case SYSCALL, RAW_SYSCALL, BLOCK -> kernel.due(goroutine);
      case USLEEP -> monitor.wakeNanos();
      case TIMEOUT -> monitor.deepNanos();
      case PREEMPTED, INTERRUPTED, DEEP_SLEEP, AWAKE, LOOK, SLICE -> 0;
      case OTHER -> rule.kind() == StepKind.ENVIRONMENT ? VirtualKernel.NEVER : 0;
    };
  }

  /// Who answers the choices of one step.
  Chooser chooser(long goroutine, long now) {
    return new Surroundings(monitor, kernel, scheduler, goroutine, now);
  }

  /// Whether a P's tick has moved since sysmon's last look, for all Ps.
  Array moved(Store store) {
    return (Array) store.read(moved);
  }

  /// A step was taken.
  ///
  /// @param step which
  /// @param goroutine who ran on the actor's thread before
  /// @param movedBefore [#moved] before
  /// @param store the state after
  /// @param now when
  void after(Step step, long goroutine, Array movedBefore, Store store, long now) {
    for (Occurrence occurrence : step.events()) {
      Event event = occurrence.event();
      if (event.equals(Events.GO_START)) {
        monitor.started(occurrence.arguments().getLast().scalar());
      } else if (event.equals(Events.PROC_STEAL) && occurrence.arguments().getLast().scalar() < 0) {
        monitor.retook();
      }
    }
    switch (Moment.of(step.rule())) {
      case RUN -> begin(goroutine, now);
      case PREEMPTED -> workers.yields(goroutine, now);
      case SYSCALL, RAW_SYSCALL, BLOCK -> leave(goroutine, kernel.finish(goroutine), now);
      case INTERRUPTED -> interrupted(goroutine, now);
      case AWAKE -> monitor.awoke();
      case LOOK -> looked(step, movedBefore, store, now);
      case USLEEP, DEEP_SLEEP, TIMEOUT, SLICE, OTHER -> {}
    }
  }

  private void begin(long goroutine, long now) {
    Optional<Operation> operation = workers.goesOn(goroutine, now);
    if (operation.isPresent() && operation.get() instanceof Operation.Store store) {
      kernel.store(store.word(), store.value());
    } else if (operation.isPresent() && operation.get() instanceof Operation.TimeOfDay) {
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

  private void looked(Step step, Array movedBefore, Store store, long now) {
    for (Answer answer : step.answers()) {
      if (answer.choice().name().equals(Surroundings.NEXT_P)) {
        long processor = answer.value().scalar();
        monitor.looked(processor, now);
        Value before = movedBefore.at((int) processor);
        if (before.scalar() != 0 && store.read(moved, processor).scalar() == 0) {
          monitor.noted(processor, now);
        }
      }
    }
  }

  /// An actor stands at a label.
  ///
  /// @param rules those at the label
  /// @param goroutine who runs on the actor's thread
  /// @param now when
  void arrived(List<Rule> rules, long goroutine, long now) {
    for (Rule rule : rules) {
      switch (Moment.of(rule)) {
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
      kernel.begin(goroutine, workers.way(goroutine), workers.call(goroutine), now);
      listener.entered(now, goroutine, workers.way(goroutine));
      workers.printed(goroutine).ifPresent(line -> listener.printed(now, goroutine, line));
    }
  }
}

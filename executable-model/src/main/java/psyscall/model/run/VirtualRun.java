package psyscall.model.run;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import psyscall.model.behavior.Actor;
import psyscall.model.behavior.Array;
import psyscall.model.behavior.State;
import psyscall.model.behavior.Step;
import psyscall.model.engine.StepView;
import psyscall.model.engine.TakenStep;
import psyscall.model.interpret.FixedStore;
import psyscall.model.interpret.Interpreter;
import psyscall.model.interpret.Outcome;
import psyscall.model.interpret.StepSemantics;
import psyscall.model.kernel.Kernel;
import psyscall.model.kernel.VirtualKernel;
import psyscall.model.schedule.Scheduler;
import psyscall.model.trap.CallGate;
import psyscall.model.workload.Operation;
import psyscall.model.workload.Workload;
import psyscall.spec.process.Ending;
import psyscall.spec.rule.Rule;
import psyscall.spec.rule.Specification;
import psyscall.spec.runtime.GoRuntime;
import psyscall.spec.runtime.Throws;

/// Runs a workload in virtual time, one step after the other.
///
/// Each thread and sysmon have a time from which they are free; a step keeps its actor busy for as
/// long as the scheduler says. Where nobody who is free can move, time goes on to the next moment
/// at which somebody may. A step of the environment waits for its moment: the next operation of
/// user code for the work before it, the return from the kernel for the call, sysmon for the end of
/// its sleep. A step commits when it begins.
///
/// An object makes one run. The same workload with an equal scheduler makes the same run.
public final class VirtualRun {
  /// All goroutines have ended, and a thread stays in the poller for good: Go's main would return,
  /// and its dead-lock detection counts that thread as one that runs.
  static final Ending ENDED = Throws.NO_GOROUTINES;

  private final RunListener listener;
  private final Scheduler scheduler;
  private final RunLimits limits;
  private final StepSemantics semantics;
  private final FixedStore store;
  private final Environment environment;
  private final List<Lane> lanes = new ArrayList<>();
  private Optional<Ending> ending = Optional.empty();
  private long now;
  private long steps;

  /// Prepares a run.
  ///
  /// @param workload what is run
  /// @param scheduler decides what is left open; not used elsewhere
  /// @param limits how far it goes at most
  /// @param listeners are told what happens, in this order
  public VirtualRun(
      Workload workload, Scheduler scheduler, RunLimits limits, List<RunListener> listeners) {
    this(workload, workload.specification(), scheduler, limits, listeners);
  }

  /// Prepares a run by other rules.
  ///
  /// @param workload what is run
  /// @param specification the rules of the workload, changed or not
  /// @param scheduler decides what is left open; not used elsewhere
  /// @param limits how far it goes at most
  /// @param listeners are told what happens, in this order
  public VirtualRun(
      Workload workload,
      Specification specification,
      Scheduler scheduler,
      RunLimits limits,
      List<RunListener> listeners) {
    this.scheduler = scheduler;
    this.limits = limits;
    this.listener = new Audience(listeners);
    semantics = new StepSemantics(specification);
    Interpreter interpreter = new Interpreter(specification, workload.world());
    store = new FixedStore(interpreter.initial(), workload.world());
    Kernel kernel = new CallGate(workload.release(), workload.words(), scheduler.seed());
    environment = new Environment(workload, specification, kernel, scheduler, listener);
    interpreter.actors().forEach(actor -> lanes.add(new Lane(actor)));
  }

  /// Makes the run.
  ///
  /// @return how it came to its end
  /// @throws psyscall.model.interpret.ModelError if the specification makes a mistake
  public RunEnd run() {
    listener.began(store.state());
    lanes.forEach(lane -> arrive(lane.actor()));
    while (ending.isEmpty()) {
      Optional<Objection> objection = listener.objection();
      if (objection.isPresent()) {
        return new RunEnd.Violated(now, steps, objection.get());
      }
      if (steps >= limits.steps()) {
        return new RunEnd.StepsOver(now, steps);
      }
      List<Lane> ready = ready();
      if (ready.isEmpty()) {
        long next = lanes.stream().mapToLong(lane -> lane.tryNanos(steps)).min().orElseThrow();
        if (environment.isOver() && lanes.stream().noneMatch(this::waitsForTime)) {
          return new RunEnd.Ended(now, steps, ENDED);
        }
        if (next == VirtualKernel.NEVER) {
          return new RunEnd.AtRest(now, steps);
        }
        if (next > limits.nanos()) {
          return new RunEnd.TimeOver(limits.nanos(), steps);
        }
        now = next;
      } else {
        attempt(ready.get(scheduler.next(ready.size())));
      }
    }
    RunEnd ended = new RunEnd.Ended(now, steps, ending.get());
    return listener
        .objection()
        .<RunEnd>map(objection -> new RunEnd.Violated(now, steps, objection))
        .orElse(ended);
  }

  private boolean waitsForTime(Lane lane) {
    return lane.actor().process().equals(GoRuntime.THREADS)
        && lane.tryNanos(steps) != VirtualKernel.NEVER;
  }

  private List<Lane> ready() {
    List<Lane> ready = new ArrayList<>();
    for (Lane lane : lanes) {
      if (lane.tryNanos(steps) <= now) {
        ready.add(lane);
      }
    }
    ready.sort(Comparator.comparingLong(lane -> lane.tryNanos(steps)));
    return ready;
  }

  /// A step of the protocol goes before the environment's: who is asked to yield does, and a signal
  /// that has come is handled.
  private void attempt(Lane lane) {
    Actor actor = lane.actor();
    long goroutine = environment.goroutine(actor, store);
    long processor = environment.processor(actor, store);
    List<Rule> here = semantics.rules(actor, store);
    long wake = VirtualKernel.NEVER;
    for (int rank = 0; rank < Environment.RANKS; rank++) {
      for (Rule rule : here) {
        if (Environment.rank(rule) == rank) {
          long opens = environment.opens(rule, goroutine, processor);
          if (opens > now) {
            wake = Math.min(wake, opens);
          } else if (take(rule, actor, goroutine)) {
            lane.busy(now + scheduler.stepNanos());
            return;
          }
        }
      }
    }
    lane.blocked(steps, wake);
  }

  private boolean take(Rule rule, Actor actor, long goroutine) {
    Array moved = environment.moved(store);
    Outcome outcome = semantics.execute(rule, actor, store, environment.chooser(goroutine, now));
    return switch (outcome) {
      case Outcome.Taken(Step step, _, _) -> {
        steps++;
        ending = step.ending();
        listener.stepped(now, new TakenStep(step, store.state()));
        environment.after(step, goroutine, moved, store, now);
        if (ending.isEmpty()) {
          arrive(actor);
        }
        yield true;
      }
      case Outcome.Blocked _, Outcome.Refused _ -> false;
    };
  }

  /// Tells everybody.
  record Audience(List<RunListener> all) implements RunListener {
    /// Copies the list.
    Audience {
      all = List.copyOf(all);
    }

    @Override
    public void began(State initial) {
      all.forEach(each -> each.began(initial));
    }

    @Override
    public void stepped(long nanos, StepView step) {
      all.forEach(each -> each.stepped(nanos, step));
    }

    @Override
    public void entered(long nanos, long goroutine, Operation.Way way) {
      all.forEach(each -> each.entered(nanos, goroutine, way));
    }

    @Override
    public void left(long nanos, long goroutine, Operation.Way way) {
      all.forEach(each -> each.left(nanos, goroutine, way));
    }

    @Override
    public void printed(long nanos, long goroutine, CallOutcome outcome) {
      all.forEach(each -> each.printed(nanos, goroutine, outcome));
    }

    @Override
    public void said(long nanos, long goroutine, String text) {
      all.forEach(each -> each.said(nanos, goroutine, text));
    }

    @Override
    public Optional<Objection> objection() {
      return all.stream().flatMap(each -> each.objection().stream()).findFirst();
    }
  }

  private void arrive(Actor actor) {
    long goroutine = environment.goroutine(actor, store);
    environment.arrived(semantics.rules(actor, store), goroutine, now);
  }
}

package psyscall.model.run;

import java.util.List;
import java.util.Optional;
import psyscall.model.engine.Engine;
import psyscall.model.engine.InterpretedEngine;
import psyscall.model.engine.StepView;
import psyscall.model.engine.Watched;
import psyscall.model.kernel.Kernel;
import psyscall.model.kernel.VirtualKernel;
import psyscall.model.schedule.Scheduler;
import psyscall.model.trap.CallGate;
import psyscall.model.workload.Workload;
import psyscall.spec.process.Ending;
import psyscall.spec.rule.Specification;
import psyscall.spec.runtime.Throws;

/// Runs a workload in virtual time, one step after the other.
///
/// Each thread and sysmon have a time from which they are free; a step keeps its actor busy for as
/// long as the scheduler says. Where nobody who is free can move, time goes on to the next moment
/// at which somebody may. A step of the environment waits for its moment: the next operation of
/// user code for the work before it, the return from the kernel for the call, sysmon for the end of
/// its sleep. A step commits when it begins. Whom the state alone keeps from moving is not ready
/// again before a step stores to what its guards read.
///
/// An object makes one run. The same workload with an equal scheduler makes the same run.
public final class VirtualRun {
  /// All goroutines have ended, and a thread stays in the poller for good: Go's main would return,
  /// and its dead-lock detection counts that thread as one that runs.
  static final Ending ENDED = Throws.NO_GOROUTINES;

  private final RunListener listener;
  private final Scheduler scheduler;
  private final RunLimits limits;
  private final Engine engine;
  private final Environment environment;
  private final Timetable timetable;
  private final Disturbance disturbance;
  private final Lane[] lanes;
  private final Lane[] ready;
  private Optional<Ending> ending = Optional.empty();
  private long now;
  private long steps;

  /// Prepares a run with interpreted rules: for a short one, there is nothing to compile.
  ///
  /// @param workload what is run
  /// @param scheduler decides what is left open; not used elsewhere
  /// @param limits how far it goes at most
  /// @param listeners are told what happens, in this order
  public VirtualRun(
      Workload workload, Scheduler scheduler, RunLimits limits, List<RunListener> listeners) {
    this(workload, workload.specification(), scheduler, limits, listeners);
  }

  /// Prepares a run by other rules, which are interpreted.
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
    this(
        workload,
        new InterpretedEngine(specification, workload.world(), Watched.NOTHING),
        scheduler,
        limits,
        listeners);
  }

  /// Prepares a run.
  ///
  /// @param workload what is run
  /// @param engine executes its rules; in the initial state, and not used elsewhere but by
  ///   listeners
  /// @param scheduler decides what is left open; not used elsewhere
  /// @param limits how far it goes at most
  /// @param listeners are told what happens, in this order
  public VirtualRun(
      Workload workload,
      Engine engine,
      Scheduler scheduler,
      RunLimits limits,
      List<RunListener> listeners) {
    this(workload, engine, new Disturbance(engine), scheduler, limits, listeners);
  }

  /// Prepares a run.
  ///
  /// @param disturbance who tries again after which step
  VirtualRun(
      Workload workload,
      Engine engine,
      Disturbance disturbance,
      Scheduler scheduler,
      RunLimits limits,
      List<RunListener> listeners) {
    this.engine = engine;
    this.disturbance = disturbance;
    this.scheduler = scheduler;
    this.limits = limits;
    this.listener = new Audience(listeners);
    Kernel kernel = new CallGate(workload.release(), workload.words(), scheduler.seed());
    environment = new Environment(workload, engine, kernel, scheduler, listener);
    timetable = environment.timetable();
    lanes = Lane.of(engine);
    ready = new Lane[lanes.length];
  }

  /// Makes the run.
  ///
  /// @return how it came to its end
  /// @throws psyscall.model.interpret.ModelError if the specification makes a mistake
  public RunEnd run() {
    listener.began(engine.state());
    for (Lane lane : lanes) {
      arrive(lane);
    }
    while (ending.isEmpty()) {
      Optional<Objection> objection = listener.objection();
      if (objection.isPresent()) {
        return new RunEnd.Violated(now, steps, objection.get());
      }
      if (steps >= limits.steps()) {
        return new RunEnd.StepsOver(now, steps);
      }
      if (listener.hasEnough()) {
        return new RunEnd.Interrupted(now, steps);
      }
      if (!move()) {
        Optional<RunEnd> rest = pass();
        if (rest.isPresent()) {
          return rest.get();
        }
      }
    }
    RunEnd ended = new RunEnd.Ended(now, steps, ending.get());
    return listener
        .objection()
        .<RunEnd>map(objection -> new RunEnd.Violated(now, steps, objection))
        .orElse(ended);
  }

  /// Lets those who are ready try, until one of them moves.
  ///
  /// @return whether one did
  private boolean move() {
    for (int count = ready(); count > 0; count--) {
      int at = scheduler.next(count);
      if (attempt(ready[at])) {
        return true;
      }
      // Nothing has changed but that this one is no longer ready.
      System.arraycopy(ready, at + 1, ready, at, count - at - 1);
    }
    return false;
  }

  /// Goes on to the next moment at which somebody may move.
  ///
  /// @return the end of the run, if there is none within its limits
  private Optional<RunEnd> pass() {
    long next = VirtualKernel.NEVER;
    boolean waits = false;
    for (Lane lane : lanes) {
      long at = lane.tryNanos(steps);
      next = Math.min(next, at);
      waits |= lane.isThread() && at != VirtualKernel.NEVER;
    }
    if (!waits && environment.isOver()) {
      return Optional.of(new RunEnd.Ended(now, steps, ENDED));
    }
    if (next == VirtualKernel.NEVER) {
      return Optional.of(new RunEnd.AtRest(now, steps));
    }
    if (next > limits.nanos()) {
      return Optional.of(new RunEnd.TimeOver(limits.nanos(), steps));
    }
    now = next;
    return Optional.empty();
  }

  /// Finds who is ready, the one that has been for the longest first; who is as long keeps the
  /// order of the actors.
  private int ready() {
    int count = 0;
    for (Lane lane : lanes) {
      long since = lane.tryNanos(steps);
      if (since <= now) {
        int at = count++;
        while (at > 0 && ready[at - 1].tryNanos(steps) > since) {
          ready[at] = ready[at - 1];
          at--;
        }
        ready[at] = lane;
      }
    }
    return count;
  }

  /// A step of the protocol goes before the environment's: who is asked to yield does, and a signal
  /// that has come is handled.
  private boolean attempt(Lane lane) {
    int goroutine = environment.goroutine(lane.actor());
    int processor = environment.processor(lane.actor());
    long wake = VirtualKernel.NEVER;
    int[] moves = lane.moves(engine.label(lane.actor()));
    boolean waits = moves.length > 0;
    for (int move : moves) {
      long opens = timetable.opens(move, goroutine, processor);
      if (opens > now) {
        wake = Math.min(wake, opens);
        waits &= timetable.moment(move).isOwn();
      } else if (engine.take(move, environment.answers(goroutine, processor, now))
          == Engine.Outcome.TAKEN) {
        taken(move, goroutine, lane);
        return true;
      } else {
        waits &= disturbance.isDecidedByState(move);
      }
    }
    if (waits) {
      lane.waits(disturbance.guards(moves), wake);
    } else {
      lane.blocked(steps, wake);
    }
    return false;
  }

  /// Lets those try again for whom a step can have made a move possible.
  private void disturb(int step) {
    for (Lane lane : lanes) {
      if (lane.isWaiting() && disturbance.reaches(step, lane.guards())) {
        lane.disturb();
      }
    }
  }

  private void taken(int move, int goroutine, Lane lane) {
    steps++;
    StepView step = engine.step();
    ending = step.ending();
    listener.stepped(now, step);
    environment.after(move, goroutine, now);
    if (ending.isEmpty()) {
      arrive(lane);
    }
    lane.busy(now + scheduler.stepNanos());
    disturb(move);
  }

  private void arrive(Lane lane) {
    int goroutine = environment.goroutine(lane.actor());
    environment.arrived(lane.moves(engine.label(lane.actor())), goroutine, now);
  }
}

package psyscall.model.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import psyscall.model.engine.Engine;
import psyscall.model.engine.InterpretedEngine;
import psyscall.model.engine.StepView;
import psyscall.model.engine.Watched;
import psyscall.model.interpret.Access;
import psyscall.model.kernel.KernelResult;
import psyscall.model.kernel.VirtualKernel;
import psyscall.model.linux.Census;
import psyscall.model.linux.RealKernel;
import psyscall.model.linux.RealKernel.Wanted;
import psyscall.model.packed.Answers;
import psyscall.model.schedule.Scheduler;
import psyscall.model.workload.Workload;
import psyscall.spec.rule.Specification;

/// Runs a workload in real time: each thread of the rules is a platform thread, sysmon is another,
/// and calls go to the kernel of this machine.
///
/// A step commits under one lock, so it is as atomic as the rules say, and listeners are told in
/// the order of commits. The lock is fair: a thread gives it away after each step, and who has
/// waited for it the longest has it next. Whoever cannot move parks, and is woken by a commit that
/// writes what it read; a computation spins, and a call is in the kernel, both without the lock.
///
/// Where a request to yield is a signal, SIGURG is sent to the thread for real. Its handler does
/// nothing; that it has run is noticed by the rules at the next operation, or where the kernel lets
/// a raw call fail with EINTR.
///
/// What this cannot show is in ADR 0007.
///
/// An object makes one run, which cannot be had again, and only on Linux on x86-64. It has files
/// open from its construction to the end of the run.
public final class ThreadedRun {
  /// How often listeners are asked whether they have enough.
  private static final long LOOK_NANOS = 50_000_000;

  private final RunListener listener;
  private final RunLimits limits;
  private final InterpretedEngine engine;
  private final Lane[] places;
  private final RealKernel kernel;
  private final Environment environment;
  private final Timetable timetable;
  private final ReentrantLock lock = new ReentrantLock(true);
  private final Condition over = lock.newCondition();
  private final List<ThreadLane> lanes = new ArrayList<>();
  private final Crew crew;
  private volatile boolean isOver;
  private long startNanos;
  private Optional<RunEnd> end = Optional.empty();
  private Optional<Throwable> failure = Optional.empty();
  private long steps;

  /// Prepares a run by the rules of the workload.
  ///
  /// @param workload what is run
  /// @param scheduler answers what the world leaves open; not used elsewhere
  /// @param limits how far it goes at most, in real time
  /// @param listeners are told what happens, in this order, by one thread at a time; what one of
  ///   them throws ends the run
  public ThreadedRun(
      Workload workload, Scheduler scheduler, RunLimits limits, List<RunListener> listeners) {
    this(workload, workload.specification(), scheduler, limits, listeners);
  }

  /// Prepares a run by other rules, the rest as above.
  ///
  /// @param specification the rules, with the variables of the workload's
  public ThreadedRun(
      Workload workload,
      Specification specification,
      Scheduler scheduler,
      RunLimits limits,
      List<RunListener> listeners) {
    this.limits = limits;
    listener = new Audience(listeners);
    engine = new InterpretedEngine(specification, workload.world(), Watched.NOTHING);
    places = Lane.of(engine);
    kernel = new RealKernel(workload.words());
    environment = new Environment(workload, engine, kernel, scheduler, listener);
    timetable = environment.timetable();
    engine.actors().forEach(actor -> lanes.add(new ThreadLane(actor, lock.newCondition())));
    crew = new Crew(workload, engine, kernel, lock, lanes);
  }

  /// Who is in the kernel; any thread may ask.
  public Census census() {
    return kernel.census();
  }

  /// Makes the run, and returns when all its threads have ended. Who is in the kernel at its end is
  /// interrupted.
  ///
  /// @return how it came to its end
  /// @throws InterruptedException if the caller is interrupted; the run is over then
  /// @throws psyscall.model.interpret.ModelError if the specification makes a mistake
  public RunEnd run() throws InterruptedException {
    try {
      lock.lock();
      try {
        begin();
        watch();
      } finally {
        endAll();
        lock.unlock();
        crew.join();
      }
    } finally {
      kernel.close();
    }
    failure.ifPresent(ThreadedRun::rethrow);
    return end.orElseThrow();
  }

  /// Waits for the end of the run, and ends it if its time is over or a listener has enough.
  private void watch() throws InterruptedException {
    while (!isOver) {
      long left = limits.nanos() - now();
      if (left <= 0) {
        finish(new RunEnd.TimeOver(limits.nanos(), steps));
      } else if (listener.hasEnough()) {
        finish(new RunEnd.Interrupted(now(), steps));
      } else {
        over.awaitNanos(Math.min(left, LOOK_NANOS));
      }
    }
  }

  private void begin() {
    startNanos = System.nanoTime();
    listener.began(engine.state());
    listener.objection().ifPresent(it -> finish(new RunEnd.Violated(0, steps, it)));
    lanes.forEach(lane -> arrive(place(lane), now()));
    crew.start(this::live);
  }

  private static void rethrow(Throwable failure) {
    switch (failure) {
      case RuntimeException e -> throw e;
      case Error e -> throw e;
      case Throwable e -> throw new IllegalStateException("thread that was disturbed", e);
    }
  }

  /// Only what is said first counts.
  private void finish(RunEnd how) {
    if (!isOver) {
      end = Optional.of(how);
      endAll();
    }
  }

  private void endAll() {
    isOver = true;
    lanes.forEach(ThreadLane::wake);
    over.signal();
  }

  private long now() {
    return System.nanoTime() - startNanos;
  }

  /// The life of a thread.
  private void live(ThreadLane lane) {
    lock.lock();
    try {
      lane.lives(kernel.thread());
      while (!isOver) {
        if (attempt(lane)) {
          giveWay();
        } else {
          rest(lane);
        }
      }
    } catch (InterruptedException | RuntimeException | Error e) {
      if (!isOver) {
        failure = Optional.of(e);
        endAll();
      }
    } finally {
      lane.dies();
      lock.unlock();
    }
  }

  private void giveWay() {
    lock.unlock();
    lock.lock();
  }

  /// Rules in the order of [VirtualRun].
  private boolean attempt(ThreadLane lane) {
    int actor = place(lane);
    long now = now();
    int goroutine = environment.goroutine(actor);
    int processor = environment.processor(actor);
    lane.looks();
    for (int move : places[actor].moves(engine.label(actor))) {
      long opens = timetable.opens(move, goroutine, processor);
      if (opens > now) {
        lane.waitsFor(move, opens, timetable.moment(move) == Moment.RUN);
      } else if (take(move, lane, goroutine, now)) {
        return true;
      }
    }
    return false;
  }

  /// A step may bring the moment of others nearer without writing what they read: somebody waits
  /// for the network now.
  private void compareMoments(ThreadLane lane) {
    if (!lane.isWaiting()) {
      return;
    }
    int goroutine = environment.goroutine(place(lane));
    int processor = environment.processor(place(lane));
    for (int move : lane.waits()) {
      if (timetable.opens(move, goroutine, processor) < lane.wakeNanos()) {
        lane.wake();
      }
    }
  }

  /// The number of a lane's actor.
  private int place(ThreadLane lane) {
    return lanes.indexOf(lane);
  }

  private boolean take(int move, ThreadLane lane, int goroutine, long now) {
    Answers answers = environment.answers(goroutine, environment.processor(place(lane)), now);
    if (engine.take(move, answers) != Engine.Outcome.TAKEN) {
      lane.misses(engine.reads());
      return false;
    }
    steps++;
    StepView step = engine.step();
    Set<Access> writes = engine.writes();
    listener.stepped(now, step);
    listener.objection().ifPresent(why -> finish(new RunEnd.Violated(now, steps, why)));
    environment.after(move, goroutine, now);
    lanes.forEach(other -> other.hears(writes));
    lanes.forEach(this::compareMoments);
    crew.signal(writes);
    if (step.ending().isPresent()) {
      finish(new RunEnd.Ended(now, steps, step.ending().get()));
    } else if (steps >= limits.steps()) {
      finish(new RunEnd.StepsOver(now, steps));
    } else {
      arrive(place(lane), now);
    }
    return true;
  }

  private void arrive(int actor, long now) {
    environment.arrived(
        places[actor].moves(engine.label(actor)), environment.goroutine(actor), now);
  }

  /// No step is possible: makes the call that is wanted, computes, or parks.
  private void rest(ThreadLane lane) throws InterruptedException {
    long goroutine = environment.goroutine(place(lane));
    Optional<Wanted> call = kernel.wanted(goroutine);
    if (call.isPresent()) {
      kernel.returned(goroutine, perform(call.get()));
    } else if (lane.isComputing()) {
      compute(lane);
    } else {
      park(lane);
    }
  }

  private KernelResult perform(Wanted call) {
    lock.unlock();
    try {
      return kernel.perform(call);
    } finally {
      lock.lock();
    }
  }

  private void compute(ThreadLane lane) {
    lock.unlock();
    try {
      while (!isOver && !lane.isWoken() && now() < lane.wakeNanos()) {
        Thread.onSpinWait();
      }
    } finally {
      lock.lock();
    }
  }

  private void park(ThreadLane lane) throws InterruptedException {
    lane.parks();
    if (lanes.stream().allMatch(ThreadLane::isStuck)) {
      finish(new RunEnd.AtRest(now(), steps));
    } else if (environment.isOver() && areThreadsStuck()) {
      finish(new RunEnd.Ended(now(), steps, VirtualRun.ENDED));
    }
    lane.park(lane.wakeNanos() == VirtualKernel.NEVER ? Long.MAX_VALUE : lane.wakeNanos() - now());
  }

  private boolean areThreadsStuck() {
    return lanes.stream().filter(ThreadLane::isThread).allMatch(ThreadLane::isStuck);
  }
}

package psyscall.model.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.Lock;
import java.util.function.Consumer;
import psyscall.model.engine.Engine;
import psyscall.model.interpret.Access;
import psyscall.model.linux.RealKernel;
import psyscall.model.workload.Workload;
import psyscall.spec.term.Var;

/// The platform threads of a run, one for each actor, and the signals that they get for real.
final class Crew {
  private static final String SIGNAL_PENDING = "m.signalPending";
  private static final long JOIN_MILLIS = 5;

  private final Lock lock;
  private final RealKernel kernel;
  private final Engine engine;
  private final Optional<Var> signalPending;
  private final List<ThreadLane> lanes;
  private final List<Thread> threads = new ArrayList<>();

  /// @param workload says whether requests to yield are signals
  /// @param lock guards the lanes
  /// @param lanes of all actors
  Crew(Workload workload, Engine engine, RealKernel kernel, Lock lock, List<ThreadLane> lanes) {
    this.lock = lock;
    this.kernel = kernel;
    this.engine = engine;
    this.lanes = lanes;
    signalPending =
        workload.sendsSignals()
            ? Optional.of(engine.specification().variable(SIGNAL_PENDING))
            : Optional.empty();
  }

  /// Starts all threads.
  ///
  /// @param life what each does
  void start(Consumer<ThreadLane> life) {
    for (ThreadLane lane : lanes) {
      String name = lane.actor().name();
      threads.add(Thread.ofPlatform().daemon().name(name).start(() -> life.accept(lane)));
    }
  }

  /// Whoever is sent a signal by a step gets a real one.
  ///
  /// @param writes what the step wrote
  void signal(Set<Access> writes) {
    signalPending.ifPresent(pending -> lanes.forEach(lane -> signal(lane, pending, writes)));
  }

  private void signal(ThreadLane lane, Var pending, Set<Access> writes) {
    long self = lane.actor().self();
    if (lane.isThread()
        && lane.thread() != 0
        && writes.contains(new Access.Entry(pending, self))
        && engine.gauge(pending).at((int) self) != 0) {
      kernel.interrupt(lane.thread());
    }
  }

  /// Waits until all have ended, which are to end by themselves or are in the kernel, from where
  /// they are called back. Who begins to wait there just now does not notice the first signal:
  /// hence once more.
  void join() {
    boolean isInterrupted = false;
    for (Thread thread : threads) {
      while (thread.isAlive()) {
        letGo();
        try {
          thread.join(JOIN_MILLIS);
        } catch (InterruptedException _) {
          isInterrupted = true;
        }
      }
    }
    if (isInterrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private void letGo() {
    lock.lock();
    try {
      lanes.stream().mapToLong(ThreadLane::thread).filter(id -> id != 0).forEach(kernel::release);
    } finally {
      lock.unlock();
    }
  }
}

package psyscall.model.run;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.locks.Condition;
import psyscall.model.behavior.Actor;
import psyscall.model.interpret.Access;
import psyscall.model.kernel.VirtualKernel;
import psyscall.spec.runtime.GoRuntime;

/// An actor that is a thread of its own: what it waits for while it cannot move. Guarded by the
/// lock of the run, but for [#isWoken].
final class ThreadLane {
  private final Actor actor;
  private final Condition news;
  private final Set<Access> reads = new LinkedHashSet<>();
  private final List<Integer> waits = new ArrayList<>();
  private volatile boolean isWoken;
  private long wakeNanos = VirtualKernel.NEVER;
  private boolean isComputing;
  private boolean isParked;
  private long thread;

  /// @param actor who it is
  /// @param news of the lock of the run, for this thread alone
  ThreadLane(Actor actor, Condition news) {
    this.actor = actor;
    this.news = news;
  }

  Actor actor() {
    return actor;
  }

  /// Whether the actor is a thread of Go that runs goroutines: not sysmon, and nobody else who is
  /// alone.
  boolean isThread() {
    return actor.process().equals(GoRuntime.THREADS);
  }

  /// It is alive.
  ///
  /// @param number the kernel's number of its thread
  void lives(long number) {
    thread = number;
  }

  /// It has ended.
  void dies() {
    thread = 0;
  }

  /// The kernel's number of its thread; 0 before it lives and after.
  long thread() {
    return thread;
  }

  /// It looks for a step.
  void looks() {
    reads.clear();
    waits.clear();
    isWoken = false;
    isComputing = false;
    wakeNanos = VirtualKernel.NEVER;
  }

  /// A step is not possible, because of what was read.
  void misses(Set<Access> read) {
    reads.addAll(read);
  }

  /// A move is not tried before its moment.
  ///
  /// @param move its number with its actor
  /// @param nanos the moment
  /// @param computes whether its goroutine computes until then
  void waitsFor(int move, long nanos, boolean computes) {
    waits.add(move);
    isComputing |= computes;
    wakeNanos = Math.min(wakeNanos, nanos);
  }

  /// The moves whose moment has not come.
  List<Integer> waits() {
    return waits;
  }

  /// Whether it may wait for a moment in vain that has come nearer.
  boolean isWaiting() {
    return isParked && !isWoken && !waits.isEmpty();
  }

  /// Whether it waits because its goroutine computes.
  boolean isComputing() {
    return isComputing;
  }

  /// When time alone lets it go on; [VirtualKernel#NEVER] if it does not.
  long wakeNanos() {
    return wakeNanos;
  }

  /// Whether something was written since it looked that may let it go on.
  boolean isWoken() {
    return isWoken;
  }

  /// Whether neither the kernel nor time lets it go on.
  boolean isStuck() {
    return isParked && !isWoken && wakeNanos == VirtualKernel.NEVER;
  }

  /// Notes that it is parked, which [#park] then does.
  void parks() {
    isParked = true;
  }

  /// Waits until it is woken, or some time.
  void park(long nanos) throws InterruptedException {
    try {
      long rest = nanos;
      while (!isWoken && rest > 0) {
        rest = news.awaitNanos(rest);
      }
    } finally {
      isParked = false;
    }
  }

  /// Somebody has taken a step.
  ///
  /// @param writes what the step wrote
  void hears(Set<Access> writes) {
    if (!isWoken && reads.stream().anyMatch(read -> isAmong(read, writes))) {
      wake();
    }
  }

  private static boolean isAmong(Access read, Set<Access> writes) {
    return writes.stream().anyMatch(read::overlaps);
  }

  /// Lets it look again.
  void wake() {
    isWoken = true;
    news.signal();
  }
}

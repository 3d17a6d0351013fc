package psyscall.model.kernel;

import java.util.Comparator;
import psyscall.model.workload.KernelCall;

/// The call that a goroutine is in, if it is in one. A goroutine has one such object for all of its
/// calls: a call is to allocate nothing.
final class PendingCall {
  /// Who began to wait first comes first, and of equals the least goroutine.
  static final Comparator<PendingCall> LONGEST_FIRST =
      Comparator.<PendingCall>comparingLong(each -> each.since)
          .thenComparingLong(each -> each.goroutine);

  private final long goroutine;
  private Nature nature = Nature.NONE;
  private KernelCall call = new KernelCall.Getpid();
  private long work;
  private long since;
  private long due;
  private long rax;
  private long done;

  private enum Nature {
    NONE,
    WAITING,
    WORKING
  }

  PendingCall(long goroutine) {
    this.goroutine = goroutine;
  }

  /// The kernel works for a call.
  ///
  /// @param which the call, not timed
  /// @param nanos how long
  /// @param now since when
  /// @param result what the call returns then
  void works(KernelCall which, long nanos, long now, long result) {
    begins(Nature.WORKING, which, nanos, now, result);
    due = now + nanos;
  }

  /// A call waits.
  ///
  /// @param which the call, not timed
  /// @param nanos how long the kernel works for it behind the wait
  /// @param now since when
  /// @param until how long at most, perhaps [VirtualKernel#NEVER]
  /// @param result what the call returns if it waits as long
  void waits(KernelCall which, long nanos, long now, long until, long result) {
    begins(Nature.WAITING, which, nanos, now, result);
    due = until;
  }

  private void begins(Nature how, KernelCall which, long nanos, long now, long result) {
    nature = how;
    call = which;
    work = nanos;
    since = now;
    rax = result;
    done = 0;
  }

  /// What the call waits for is there, and the kernel works.
  void goesOn(long now, long result) {
    works(call, work, now, result);
  }

  /// A part of a call that can be done in parts is done.
  void does(long part) {
    done += part;
  }

  /// The call is over, or is left as it is.
  ///
  /// @return what it returns
  long ends() {
    nature = Nature.NONE;
    return rax;
  }

  /// Whether there is no call.
  boolean isNone() {
    return nature == Nature.NONE;
  }

  /// Whether the call waits, and goes on waiting.
  boolean waits(long now) {
    return nature == Nature.WAITING && due > now;
  }

  /// The call; the last one, if there is none.
  KernelCall call() {
    return call;
  }

  /// When the call is over.
  long due() {
    return due;
  }

  /// How much of it is done.
  long done() {
    return done;
  }
}

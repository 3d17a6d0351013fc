package psyscall.model.run;

import psyscall.model.kernel.VirtualKernel;

/// The network, and when it is polled: it is ready for each goroutine that waits at a moment that
/// the goroutine's operation says, and stays so.
///
/// A thread that blocks in the poller wakes up at the first such moment. Sysmon polls where nobody
/// has for 10 ms (proc.go, sysmon).
final class Network {
  private static final long POLL_PERIOD_NANOS = 10_000_000;

  private final long[] readyNanos = new long[Long.SIZE];
  private long waiting;
  private long lastPollNanos;

  /// A goroutine waits for the network.
  ///
  /// @param nanos when the network is ready for it
  void waits(int goroutine, long nanos) {
    readyNanos[goroutine] = nanos;
    waiting |= 1L << goroutine;
  }

  /// When the network is ready for somebody, perhaps already.
  long nextNanos() {
    long next = VirtualKernel.NEVER;
    for (long rest = waiting; rest != 0; rest &= rest - 1) {
      next = Math.min(next, readyNanos[Long.numberOfTrailingZeros(rest)]);
    }
    return next;
  }

  /// When sysmon may poll and somebody is brought.
  long sysmonNanos() {
    return Math.max(lastPollNanos + POLL_PERIOD_NANOS, nextNanos());
  }

  /// Sysmon is awake: it polls, if nobody has for long.
  void sysmonRound(long now) {
    if (lastPollNanos + POLL_PERIOD_NANOS <= now) {
      polled(now);
    }
  }

  /// A poll is over that counts for sysmon: its own, or one in which a thread has blocked.
  void polled(long now) {
    lastPollNanos = now;
  }

  /// Whom a poll brings now.
  ///
  /// @param among all who wait, bit i for the goroutine i
  /// @return those for whom the network is ready
  long brings(long among, long now) {
    long late = 0;
    for (long rest = waiting & among; rest != 0; rest &= rest - 1) {
      int goroutine = Long.numberOfTrailingZeros(rest);
      late |= readyNanos[goroutine] > now ? 1L << goroutine : 0;
    }
    return among & ~late;
  }

  /// A poll has brought somebody.
  ///
  /// @param goroutines whom, bit i for the goroutine i
  void brought(long goroutines) {
    waiting &= ~goroutines;
  }
}

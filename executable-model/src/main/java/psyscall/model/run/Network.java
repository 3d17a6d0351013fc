package psyscall.model.run;

import java.util.HashMap;
import java.util.Map;
import psyscall.model.behavior.IdSet;
import psyscall.model.behavior.Value;
import psyscall.model.kernel.VirtualKernel;

/// The network, and when it is polled: it is ready for each goroutine that waits at a moment that
/// the goroutine's operation says, and stays so.
///
/// A thread that blocks in the poller wakes up at the first such moment. Sysmon polls where nobody
/// has for 10 ms (proc.go, sysmon).
final class Network {
  private static final long POLL_PERIOD_NANOS = 10_000_000;

  private final Map<Long, Long> readyNanos = new HashMap<>();
  private long lastPollNanos;

  /// A goroutine waits for the network.
  ///
  /// @param nanos when the network is ready for it
  void waits(long goroutine, long nanos) {
    readyNanos.put(goroutine, nanos);
  }

  /// When the network is ready for somebody, perhaps already.
  long nextNanos() {
    return readyNanos.values().stream().mapToLong(at -> at).min().orElse(VirtualKernel.NEVER);
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
  /// @param waiting all who wait
  /// @return those for whom the network is ready
  IdSet brings(IdSet waiting, long now) {
    return waiting.where(goroutine -> readyNanos.getOrDefault(goroutine, now) <= now);
  }

  /// A poll has brought somebody.
  void brought(Value goroutines) {
    for (long goroutine : ((IdSet) goroutines).toArray()) {
      readyNanos.remove(goroutine);
    }
  }
}

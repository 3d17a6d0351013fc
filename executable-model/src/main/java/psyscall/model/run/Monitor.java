package psyscall.model.run;

import java.util.Arrays;
import psyscall.model.kernel.VirtualKernel;

/// The clockwork of sysmon: how long it sleeps, and since when each P does what it does.
///
/// The rules say what sysmon does when it looks; Go's periods are here. It sleeps for 20 µs, from
/// the 51st round without a retaken P on for twice as long each time, and for 10 ms at most; a time
/// slice and a call with nothing behind it last for 10 ms (proc.go, sysmon and retake). Linux lets
/// each sleep last longer by the timer slack of its thread, which is 50 µs where nobody set it
/// (prctl, PR_SET_TIMERSLACK); with it 50 rounds of 20 µs are over after 3.5 ms, not after 1 ms.
final class Monitor {
  private static final long SLEEP_MIN_NANOS = 20_000;
  private static final long SLEEP_MAX_NANOS = 10_000_000;
  private static final long TIMER_SLACK_NANOS = 50_000;
  private static final int IDLE_ROUNDS_MAX = 50;
  private static final long SLICE_NANOS = 10_000_000;
  private static final int GLOBAL_TURN_TICKS = 61;
  private static final long DEEP_SLEEP_NANOS = 60_000_000_000L;
  private static final long NOBODY = -1;

  private Tick[] ticks = {};
  private long[] heirs = {};
  private int idleRounds;
  private boolean hasRetaken;
  private long delayNanos = SLEEP_MIN_NANOS;
  private long wakeNanos = SLEEP_MIN_NANOS + TIMER_SLACK_NANOS;
  private long deepNanos = VirtualKernel.NEVER;

  /// What sysmon remembers of a P (Go's `sysmontick`), with the tick of the P itself.
  private static final class Tick {
    private long schedtick;
    private long seen;
    private long sliceSince;
    private long callSince;
  }

  private Tick tick(int processor) {
    if (processor >= ticks.length) {
      int known = ticks.length;
      ticks = Arrays.copyOf(ticks, processor + 1);
      Arrays.setAll(ticks, at -> at < known ? ticks[at] : new Tick());
    }
    return ticks[processor];
  }

  /// A thread has looked into its P's queue.
  ///
  /// @param thread its id
  /// @param runnext who was to run next, and so was taken; −1 if nobody was
  void picked(int thread, long runnext) {
    if (thread >= heirs.length) {
      int known = heirs.length;
      heirs = Arrays.copyOf(heirs, thread + 1);
      Arrays.fill(heirs, known, heirs.length, NOBODY);
    }
    heirs[thread] = runnext;
  }

  /// A goroutine starts to run on a P. Whom the thread took from `runnext` inherits the time slice:
  /// no new one begins (proc.go, runqget and execute).
  void started(long goroutine, int thread, int processor) {
    boolean inherits = heir(thread) == goroutine;
    picked(thread, NOBODY);
    if (!inherits) {
      tick(processor).schedtick++;
    }
  }

  private long heir(int thread) {
    return thread < heirs.length ? heirs[thread] : NOBODY;
  }

  /// Sysmon looks at a P.
  void looked(int processor, long now) {
    Tick tick = tick(processor);
    if (tick.seen != tick.schedtick) {
      tick.seen = tick.schedtick;
      tick.sliceSince = now;
    }
  }

  /// Sysmon notes that the call in which a P is left is a new one.
  void noted(int processor, long now) {
    tick(processor).callSince = now;
  }

  /// Sysmon has taken a P out of a call.
  void retook() {
    hasRetaken = true;
  }

  /// Whether sysmon finds a P's time slice to be over.
  boolean isSliceOver(int processor, long now) {
    Tick tick = tick(processor);
    return tick.seen == tick.schedtick && tick.sliceSince + SLICE_NANOS <= now;
  }

  /// Whether the call in which a P is left has lasted 10 ms for sysmon.
  boolean isCallLong(int processor, long now) {
    return tick(processor).callSince + SLICE_NANOS <= now;
  }

  /// Whether a P's scheduler looks at the global queue first: on every 61st tick (proc.go,
  /// schedule; later findRunnable).
  boolean isGlobalTurn(int processor) {
    return tick(processor).schedtick % GLOBAL_TURN_TICKS == 0;
  }

  /// Sysmon has ended its round and sleeps.
  void sleeps(long now) {
    idleRounds = hasRetaken ? 0 : idleRounds + 1;
    hasRetaken = false;
    if (idleRounds == 0) {
      delayNanos = SLEEP_MIN_NANOS;
    } else if (idleRounds > IDLE_ROUNDS_MAX) {
      delayNanos = Math.min(2 * delayNanos, SLEEP_MAX_NANOS);
    }
    wakeNanos = now + delayNanos + TIMER_SLACK_NANOS;
  }

  /// When sysmon's short sleep is over.
  long wakeNanos() {
    return wakeNanos;
  }

  /// Sysmon begins its deep sleep.
  void sleepsDeeply(long now) {
    deepNanos = now + DEEP_SLEEP_NANOS;
  }

  /// When its deep sleep is over by itself.
  long deepNanos() {
    return deepNanos;
  }

  /// Sysmon is back from its deep sleep.
  void awoke() {
    idleRounds = 0;
    delayNanos = SLEEP_MIN_NANOS;
  }
}

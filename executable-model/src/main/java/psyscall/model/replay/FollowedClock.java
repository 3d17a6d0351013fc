package psyscall.model.replay;

import java.util.HashMap;
import java.util.Map;
import psyscall.model.behavior.Actor;
import psyscall.model.behavior.Answer;
import psyscall.model.behavior.Step;
import psyscall.spec.rule.Rule;

/// When the steps of a counterexample begin: it tells their order and no times.
///
/// A step begins when its actor is free and not before the step before it. A step of the
/// environment comes after the time that [DefaultArguments] gives to what ends in it, or as much
/// later as the counterexample has it. Where an answer says that 10 ms are over, they pass. Where
/// it says that they are not, nobody asks the clock.
final class FollowedClock {
  /// Sysmon sleeps at least so long.
  private static final long TICK_NANOS = 20_000;

  /// A time slice, and a call that is long.
  private static final long SLICE_NANOS = 10_000_000;

  private static final long DEEP_SLEEP_NANOS = 60_000_000_000L;

  /// How long a step keeps its actor busy.
  private static final long STEP_NANOS = 100;

  static final String IS_SLICE_OVER = "whether the P's time slice is over";
  static final String IS_CALL_LONG = "whether the call has lasted 10 ms";

  private final Map<Actor, Long> free = new HashMap<>();
  private long now;

  FollowedClock() {}

  /// The moment of a step; time goes on to it.
  ///
  /// @param step the next step
  /// @return nanoseconds from the start of the run
  long reach(Step step) {
    long moment = free.getOrDefault(step.actor(), 0L) + waitNanos(step.rule());
    if (step.answers().stream().anyMatch(FollowedClock::saysLong)) {
      moment = Math.max(moment, now + SLICE_NANOS);
    }
    now = Math.max(now, moment);
    free.put(step.actor(), now + STEP_NANOS);
    return now;
  }

  private static boolean saysLong(Answer answer) {
    String name = answer.choice().name();
    return (name.equals(IS_SLICE_OVER) || name.equals(IS_CALL_LONG))
        && answer.value().scalar() == 1;
  }

  private static long waitNanos(Rule rule) {
    return switch (rule.name()) {
      case "UserCode.run", "StopTheWorld.stopped" -> DefaultArguments.COMPUTE_NANOS;
      case "Syscall.kernel",
          "SyscallStub.kernel",
          "RawSyscall.kernel",
          "RawBlocked.kernel",
          "Notetsleepg.sleep",
          "Netpoll.polling" ->
          DefaultArguments.CALL_NANOS;
      case "Sysmon.usleep" -> TICK_NANOS;
      case "Sysmon.timeout" -> DEEP_SLEEP_NANOS;
      case "Retake.slice" -> SLICE_NANOS;
      case String _ -> 0;
    };
  }
}

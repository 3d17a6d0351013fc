package psyscall.model.run;

import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import psyscall.spec.rule.Rule;

/// The rules whose steps mean something for time, the kernel or goroutines, by the names under
/// which coverage counts them.
enum Moment {
  /// User code goes on to its next operation.
  RUN("UserCode.run"),
  /// It yields first.
  PREEMPTED("UserCode.preempted"),
  /// A call returns.
  SYSCALL("Syscall.kernel"),
  /// A raw call returns.
  RAW_SYSCALL("RawSyscall.kernel"),
  /// A wait that gave its P away returns.
  BLOCK("Notetsleepg.sleep"),
  /// A signal comes into a raw call.
  INTERRUPTED("RawSyscall.interrupted"),
  /// Sysmon's short sleep is over.
  USLEEP("Sysmon.usleep"),
  /// Sysmon's deep sleep is over by a wake-up.
  DEEP_SLEEP("Sysmon.deepSleep"),
  /// Sysmon's deep sleep is over by itself.
  TIMEOUT("Sysmon.timeout"),
  /// Sysmon ends its deep sleep.
  AWAKE("Sysmon.awake"),
  /// Sysmon looks at a P.
  LOOK("Retake.look"),
  /// Sysmon ends a time slice.
  SLICE("Retake.slice"),
  /// A raw call returns in which signals were blocked.
  RAW_BLOCKED("RawBlocked.kernel"),
  /// A goroutine waits for the semaphore of the world, and then wants the same again.
  SEMACQUIRE("Semacquire.park"),
  /// The stopper asks once more for the world to stop.
  STOP_AGAIN("StopTheWorld.repreempt"),
  /// The stopper is done with the stopped world.
  STOPPED("StopTheWorld.stopped"),
  /// The safe-point function is asked for once more.
  SAFE_POINT_AGAIN("ForEachP.repreempt"),
  /// A goroutine parks in the poller.
  NETPARK("Netpark.park"),
  /// A thread that blocks in the poller is woken.
  POLLING("Netpoll.polling"),
  /// A thread that looks for work polls.
  SEARCH_POLL("Findrunnable.netpoll"),
  /// Who starts the world polls.
  START_POLL("StartTheWorld.netpoll"),
  /// Sysmon polls.
  SYSMON_POLL("Sysmon.netpoll"),
  /// Sysmon forces a collection.
  FORCE_GC("Sysmon.forcegc"),
  /// A worker of the collector claims a goroutine.
  CLAIM("Scanner.claim"),
  /// A thread runs its P's idle mark worker.
  IDLE_WORK("Findrunnable.idleWork"),
  /// A thread without a P sees idle mark work.
  MARK_WORK("Findrunnable.markWork"),
  /// It takes a P for it.
  IDLE_P("Findrunnable.idleP"),
  /// It is the turn of the global queue.
  GLOBAL_TURN("Schedule.globalTurn"),
  /// The same, where findRunnable asks.
  SEARCH_GLOBAL_TURN("Findrunnable.globalTurn"),
  /// The thread looks into its P's queue.
  RUNQGET("Findrunnable.runqget"),
  /// The same, where schedule asks.
  SCHEDULE_RUNQGET("Schedule.runqget"),
  /// Any other step.
  OTHER("");

  private static final Map<String, Moment> BY_RULE =
      Stream.of(values()).collect(Collectors.toUnmodifiableMap(Moment::rule, moment -> moment));

  private final String rule;

  Moment(String rule) {
    this.rule = rule;
  }

  /// The name of the rule.
  String rule() {
    return rule;
  }

  /// Whether nothing but steps of the same actor changes from when the rule may be tried.
  boolean isOwn() {
    return switch (this) {
      case SYSCALL,
          RAW_SYSCALL,
          BLOCK,
          RAW_BLOCKED,
          POLLING,
          SYSMON_POLL,
          FORCE_GC,
          CLAIM,
          IDLE_WORK,
          MARK_WORK,
          GLOBAL_TURN,
          SEARCH_GLOBAL_TURN ->
          false;
      case RUN,
          USLEEP,
          TIMEOUT,
          STOP_AGAIN,
          STOPPED,
          SAFE_POINT_AGAIN,
          PREEMPTED,
          INTERRUPTED,
          DEEP_SLEEP,
          AWAKE,
          LOOK,
          SLICE,
          SEMACQUIRE,
          NETPARK,
          SEARCH_POLL,
          START_POLL,
          IDLE_P,
          RUNQGET,
          SCHEDULE_RUNQGET,
          OTHER ->
          true;
    };
  }

  /// What a rule is.
  static Moment of(Rule rule) {
    return BY_RULE.getOrDefault(rule.name(), OTHER);
  }
}

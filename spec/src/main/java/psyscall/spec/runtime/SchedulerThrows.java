package psyscall.spec.runtime;

import static psyscall.spec.runtime.GoThrow.Treatment.LATER;
import static psyscall.spec.runtime.GoThrow.Treatment.OUT_OF_SCOPE;
import static psyscall.spec.runtime.GoThrow.Treatment.TAUTOLOGY;
import static psyscall.spec.runtime.GoThrowRow.at;
import static psyscall.spec.runtime.GoThrowRow.checked;
import static psyscall.spec.runtime.GoThrowRow.left;

import java.util.ArrayList;
import java.util.List;

/// The throws of the scheduler's loop, of its queues and of dead-lock detection.
final class SchedulerThrows {
  private SchedulerThrows() {}

  static List<GoThrowRow> rows() {
    List<GoThrowRow> rows = new ArrayList<>(loop());
    rows.addAll(queues());
    rows.addAll(deadlocks());
    return rows;
  }

  private static List<GoThrowRow> loop() {
    return List.of(
        left(
            at("findrunnable", "2325", "2299", "2744"),
            "releasep gives the thread's P",
            TAUTOLOGY,
            "it is the same local variable"),
        checked(
            at("findrunnable", "2347", "2321", "2773"),
            "nmspinning is not negative",
            Throws.FINDRUNNABLE_NMSPINNING),
        checked(
            at("findrunnable", "2392, 2395", "2367, 2370", "2820, 2823"),
            "a blocking poll has no P and does not spin",
            Throws.FINDRUNNABLE_POLL),
        left(
            at("resetspinning", "2443", "2457", "3101"),
            "the thread spins",
            TAUTOLOGY,
            "the caller has just tested it, and only the thread itself writes it"),
        checked(
            at("resetspinning", "2448", "2462", "3106"),
            "nmspinning is not negative",
            Throws.RESETSPINNING_NMSPINNING),
        left(
            at("schedule", "2489", "2503", "3190"),
            "the thread holds no lock",
            TAUTOLOGY,
            "every section of the lock ends in its own step"),
        left(
            at("schedule", "2500", "2514", "3201"),
            "the thread is not in cgo",
            LATER,
            "cgo comes later"),
        checked(
            at("schedule", "2537", "2533", "3212"),
            "who spins has no local work",
            Throws.SCHEDULE_SPINNING));
  }

  private static List<GoThrowRow> queues() {
    return List.of(
        checked(
            at("pidleput", "4621", "4962", "5713"),
            "an idle P has an empty queue",
            Throws.PIDLEPUT_RUNQ),
        left(
            at("pidleput", "", "", "5724"),
            "the limiter of the collector was told that the P went idle",
            OUT_OF_SCOPE,
            "the collector's accounts are not modelled"),
        left(
            at("runqputslow, runqsteal", "4716, 4846", "5057, 5190", "5829, 6033"),
            "a queue has at most 256 entries",
            OUT_OF_SCOPE,
            "queues are sets"));
  }

  private static List<GoThrowRow> deadlocks() {
    return List.of(
        checked(
            at("checkdead", "4129", "4447", "5057"),
            "not more threads idle than exist",
            Throws.CHECKDEAD_COUNTS),
        checked(
            at("checkdead", "4148", "4467", "5074"),
            "at a dead lock no G can run",
            Throws.CHECKDEAD_RUNNABLE),
        left(
            at("checkdead", "4153, 4177", "4473, 4508", "5079, 5119"),
            "-",
            OUT_OF_SCOPE,
            "the program's own dead lock: a final state, not an error"),
        left(
            at("checkdead", "4163, 4169", "4491", "5092, 5098"),
            "fake time finds a P and a thread",
            OUT_OF_SCOPE,
            "fake time"));
  }
}

package psyscall.spec.runtime;

import static psyscall.spec.runtime.GoThrow.Treatment.MACHINE;
import static psyscall.spec.runtime.GoThrow.Treatment.TAUTOLOGY;
import static psyscall.spec.runtime.GoThrowRow.at;
import static psyscall.spec.runtime.GoThrowRow.checked;
import static psyscall.spec.runtime.GoThrowRow.in;
import static psyscall.spec.runtime.GoThrowRow.left;

import java.util.ArrayList;
import java.util.List;

/// The throws of system calls, of wiring a P, of notes and of stacks.
final class CallThrows {
  private static final String FUTEX = "lock_futex.go";

  private CallThrows() {}

  static List<GoThrowRow> rows() {
    List<GoThrowRow> rows = new ArrayList<>(calls());
    rows.addAll(wiring());
    rows.addAll(waiting());
    return rows;
  }

  private static List<GoThrowRow> calls() {
    return List.of(
        left(
            at("save", "2736", "2925", "3561, 3572"),
            "the G has no context",
            MACHINE,
            "saved registers"),
        left(
            at(
                "reentersyscall, entersyscallblock, exitsyscall",
                "2799, 2896, 2903, 2941",
                "2988, 3088, 3095, 3132",
                "3635, 3735, 3742, 3779"),
            "the stack pointer lies in the stack",
            MACHINE,
            "stacks are not modelled"),
        checked(
            at("exitsyscall", "2950", "3140", ""),
            "a thread with a P has its cache",
            Throws.LOST_MCACHE_FAST),
        checked(
            at("exitsyscall", "2999", "3193", ""),
            "a thread with a P has its cache, after the scheduler",
            Throws.LOST_MCACHE_SLOW));
  }

  /// Up to 1.14 a thread has a cache besides its P.
  private static List<GoThrowRow> wiring() {
    return List.of(
        checked(
            at("acquirep1", "4058", "4361", ""),
            "the thread has no P and no cache",
            Throws.ACQUIREP_ALREADY),
        checked(at("acquirep1", "", "", "4971"), "the thread has no P", Throws.ACQUIREP_ALREADY),
        checked(
            at("acquirep1", "4066", "4369", "4979"),
            "the P has no thread and is idle",
            Throws.ACQUIREP_STATE),
        checked(
            at("releasep", "4078", "4382", ""),
            "the thread has a P and a cache",
            Throws.RELEASEP_ARG),
        checked(at("releasep", "", "", "4991"), "the thread has a P", Throws.RELEASEP_ARG),
        checked(
            at("releasep", "4083", "4387", ""),
            "the P is this thread's, with its cache, and runs",
            Throws.RELEASEP_STATE),
        checked(
            at("releasep", "", "", "4996"),
            "the P is this thread's, and runs",
            Throws.RELEASEP_STATE));
  }

  private static List<GoThrowRow> waiting() {
    return List.of(
        left(
            in(FUTEX, "lock, unlock", "50, 109, 118", "50, 109, 118", ""),
            "only the holder unlocks",
            TAUTOLOGY,
            "a section of the lock is one step"),
        left(
            in(FUTEX, "lock2, unlock2", "", "", "55, 118, 127"),
            "only the holder unlocks",
            TAUTOLOGY,
            "a section of the lock is one step"),
        checked(
            in(FUTEX, "notewakeup", "134", "134", "143"),
            "the note is not set yet",
            Throws.NOTE_DOUBLE_WAKEUP),
        left(
            in(
                FUTEX,
                "notesleep, notetsleep, notetsleepg",
                "142, 213, 224",
                "142, 213, 224",
                "151, 222, 233"),
            "on the right stack",
            TAUTOLOGY,
            "stacks are places of the program counter"),
        left(
            in("stack.go", "newstack, copystack", "954, 831", "959, 828", "995, 859"),
            "the stack may grow here",
            TAUTOLOGY,
            "there is no prologue between entry and exit of a system call"),
        left(
            in("stack.go", "newstack", "1010, 1013", "1015, 1018", "1052, 1055"),
            "on a user stack, with a P or a lock",
            TAUTOLOGY,
            "a request is honoured in user code only"));
  }
}

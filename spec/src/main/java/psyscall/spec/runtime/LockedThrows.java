package psyscall.spec.runtime;

import static psyscall.spec.runtime.GoThrow.Treatment.OUT_OF_SCOPE;
import static psyscall.spec.runtime.GoThrow.Treatment.TAUTOLOGY;
import static psyscall.spec.runtime.GoThrowRow.at;
import static psyscall.spec.runtime.GoThrowRow.checked;
import static psyscall.spec.runtime.GoThrowRow.left;

import java.util.List;

/// The throws of goroutines that are created, and of those that are locked to their threads.
final class LockedThrows {
  private LockedThrows() {}

  static List<GoThrowRow> rows() {
    return List.of(
        checked(at("newproc1", "3282", "3485", "4133"), "a new G is dead", Throws.NEWPROC_STATUS),
        left(
            at("allgadd, newproc1, gfput", "454, 3278, 3360", "467, 3481, 3596", "535, 4129, 4245"),
            "a new G is dead, with a stack",
            TAUTOLOGY,
            "there are only so many goroutines, all with a stack; only goexit0 gives one back"),
        left(
            at("goexit0", "2698", "2884", "3523"),
            "no lock of the runtime's own is left",
            OUT_OF_SCOPE,
            "the runtime's own locks (lockOSThread) are not modelled"),
        checked(
            at("mexit", "1306", "1195", "1518"),
            "the thread is among those that exist",
            Throws.MEXIT_NOT_FOUND),
        left(
            at("mexit", "1287", "1171", "1494"),
            "nobody wakes thread m0 after its end",
            TAUTOLOGY,
            "a thread that has ended is in no list, and its goroutine is locked to nobody"),
        checked(
            at("newm", "1847", "1753", "2127"),
            "the template thread is announced",
            Throws.NEWM_NO_TEMPLATE),
        checked(
            at("stoplockedm", "2092", "2015", "2440"),
            "thread and goroutine are locked to each other",
            Throws.STOPLOCKEDM_INCONSISTENT),
        checked(
            at("stoplockedm", "2107", "2030", "2454"),
            "the goroutine is runnable at the wake-up",
            Throws.STOPLOCKEDM_NOT_RUNNABLE),
        checked(
            at("startlockedm", "2121", "2044", "2469"),
            "the goroutine is locked to another thread",
            Throws.STARTLOCKEDM_TO_ME),
        checked(
            at("startlockedm", "2124", "2047", "2472"),
            "the locked thread has no nextp",
            Throws.STARTLOCKEDM_NEXTP));
  }
}

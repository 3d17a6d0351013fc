package psyscall.spec.runtime;

import static psyscall.spec.runtime.GoThrow.Treatment.OUT_OF_SCOPE;
import static psyscall.spec.runtime.GoThrow.Treatment.TAUTOLOGY;
import static psyscall.spec.runtime.GoThrows.checked;
import static psyscall.spec.runtime.GoThrows.left;

import java.util.List;

/// The throws of goroutines that are created, and of those that are locked to their threads.
final class LockedThrows {
  private LockedThrows() {}

  static List<GoThrow> all() {
    return List.of(
        checked("newproc1", "3282", "a new G is dead", Throws.NEWPROC_STATUS),
        left(
            "allgadd, newproc1, gfput",
            "454, 3278, 3360",
            "a new G is dead, with a stack",
            TAUTOLOGY,
            "there are only so many goroutines, all with a stack; only goexit0 gives one back"),
        left(
            "goexit0",
            "2698",
            "no lock of the runtime's own is left",
            OUT_OF_SCOPE,
            "the runtime's own locks (lockOSThread) are not modelled"),
        checked("mexit", "1306", "the thread is among those that exist", Throws.MEXIT_NOT_FOUND),
        left(
            "mexit",
            "1287",
            "nobody wakes thread m0 after its end",
            TAUTOLOGY,
            "a thread that has ended is in no list, and its goroutine is locked to nobody"),
        checked("newm", "1847", "the template thread is announced", Throws.NEWM_NO_TEMPLATE),
        checked(
            "stoplockedm",
            "2092",
            "thread and goroutine are locked to each other",
            Throws.STOPLOCKEDM_INCONSISTENT),
        checked(
            "stoplockedm",
            "2107",
            "the goroutine is runnable at the wake-up",
            Throws.STOPLOCKEDM_NOT_RUNNABLE),
        checked(
            "startlockedm",
            "2121",
            "the goroutine is locked to another thread",
            Throws.STARTLOCKEDM_TO_ME),
        checked(
            "startlockedm", "2124", "the locked thread has no nextp", Throws.STARTLOCKEDM_NEXTP));
  }
}

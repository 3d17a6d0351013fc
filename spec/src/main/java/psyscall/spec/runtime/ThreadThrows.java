package psyscall.spec.runtime;

import static psyscall.spec.runtime.GoThrow.Treatment.LATER;
import static psyscall.spec.runtime.GoThrow.Treatment.OUT_OF_SCOPE;
import static psyscall.spec.runtime.GoThrow.Treatment.TAUTOLOGY;
import static psyscall.spec.runtime.GoThrowRow.at;
import static psyscall.spec.runtime.GoThrowRow.checked;
import static psyscall.spec.runtime.GoThrowRow.left;

import java.util.ArrayList;
import java.util.List;

/// The throws about threads: their start, their rest, their end.
final class ThreadThrows {
  private static final String BOUNDED =
      "threads are bounded: a start that finds none to create waits";

  private ThreadThrows() {}

  static List<GoThrowRow> rows() {
    List<GoThrowRow> rows = new ArrayList<>(lives());
    rows.addAll(starts());
    return rows;
  }

  private static List<GoThrowRow> lives() {
    return List.of(
        left(
            at("checkmcount, mcommoninit", "542, 556", "", ""),
            "there are at most 10000 threads",
            OUT_OF_SCOPE,
            BOUNDED),
        left(
            at("checkmcount, mReserveID", "", "604, 614", "766, 778"),
            "there are at most 10000 threads",
            OUT_OF_SCOPE,
            BOUNDED),
        left(
            at(
                "mstart1, badmcall, badmcall2",
                "1209, 408, 412",
                "1094, 421, 425",
                "1403, 468, 472"),
            "on the scheduler's stack",
            TAUTOLOGY,
            "stacks are places of the program counter"),
        left(
            at("newm1", "1865", "1771", "2150"),
            "cgo can start a thread",
            LATER,
            "cgo comes later"));
  }

  private static List<GoThrowRow> starts() {
    return List.of(
        left(
            at("stopm", "1939", "1854", "2236"),
            "the thread holds no lock",
            TAUTOLOGY,
            "every section of the lock ends in its own step"),
        checked(at("stopm", "1942", "1857", "2239"), "the thread has no P", Throws.STOPM_HOLDING_P),
        checked(
            at("stopm", "1945", "1860", "2242"), "the thread does not spin", Throws.STOPM_SPINNING),
        checked(
            at("startm", "1988", "1893", "2297"),
            "nmspinning is not negative",
            Throws.STARTM_NMSPINNING),
        checked(
            at("startm", "2006", "1926", "2334"),
            "the idle thread does not spin",
            Throws.STARTM_SPINNING),
        checked(
            at("startm", "2009", "1929", "2337"),
            "the idle thread has no nextp",
            Throws.STARTM_NEXTP),
        checked(
            at("startm", "2012", "1932", "2340"),
            "a spinning start has a P with an empty queue",
            Throws.STARTM_RUNQ),
        checked(
            at("gcstopm", "2140", "2063", "2488"),
            "somebody is stopping the world",
            Throws.GCSTOPM_NOT_WAITING),
        checked(
            at("gcstopm", "2147", "2070", "2495"),
            "nmspinning is not negative",
            Throws.GCSTOPM_NMSPINNING));
  }
}

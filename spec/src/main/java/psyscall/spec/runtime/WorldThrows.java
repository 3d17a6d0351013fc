package psyscall.spec.runtime;

import static psyscall.spec.runtime.GoThrow.Treatment.OUT_OF_SCOPE;
import static psyscall.spec.runtime.GoThrow.Treatment.TAUTOLOGY;
import static psyscall.spec.runtime.GoThrowRow.at;
import static psyscall.spec.runtime.GoThrowRow.checked;
import static psyscall.spec.runtime.GoThrowRow.in;
import static psyscall.spec.runtime.GoThrowRow.left;

import java.util.List;

/// The throws about stopping the world and about safe points.
final class WorldThrows {
  private static final String STOP = "stopTheWorldWithSema";

  private static final String FIXED = "GOMAXPROCS does not change";

  private WorldThrows() {}

  static List<GoThrowRow> rows() {
    return List.of(
        left(
            at(STOP, "1017", "920", "1186"),
            "the thread holds no lock",
            TAUTOLOGY,
            "it is reached from user code only"),
        checked(
            at(STOP, "1083", "986", "1253"), "stopwait is zero at the end", Throws.STOP_WORLD_WAIT),
        checked(
            at(STOP, "1083", "986", "1253"),
            "every P is Pgcstop at the end",
            Throws.STOP_WORLD_STATUS),
        checked(
            at("startTheWorldWithSema", "1123", "1018", "1291"),
            "the chosen thread has no nextp",
            Throws.START_WORLD_NEXTP),
        checked(
            at("forEachP", "1365", "1262", "1593"),
            "safePointWait is zero before",
            Throws.FOR_EACH_P_BUSY),
        checked(
            at("forEachP", "1426", "1323", "1654"),
            "safePointWait is zero after",
            Throws.FOR_EACH_P_NOT_DONE),
        checked(
            at("forEachP", "1430", "1327", "1658"),
            "no P owes the function after",
            Throws.FOR_EACH_P_MISSED),
        left(
            at("procresize", "3858, 3905", "4223", "4809"),
            "0 ≤ old and 0 < new",
            OUT_OF_SCOPE,
            FIXED),
        left(at("init", "", "4103", "4682"), "the first P finds a cache", OUT_OF_SCOPE, FIXED),
        left(
            at("helpgc", "658", "", ""),
            "an idle thread exists",
            OUT_OF_SCOPE,
            OtherThrows.HELPERS),
        left(
            in("sema.go", "semacquire1", "101", "101", "107"),
            "on the goroutine's own stack",
            TAUTOLOGY,
            "it is reached from user code only"),
        left(
            in("sema.go", "semrelease1", "189", "189", "195"),
            "a waiter has no ticket yet",
            TAUTOLOGY,
            "who waits is handed the semaphore once, by who takes it off the queue"));
  }
}

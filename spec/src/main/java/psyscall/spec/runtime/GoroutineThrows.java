package psyscall.spec.runtime;

import static psyscall.spec.runtime.GoThrow.Treatment.LATER;
import static psyscall.spec.runtime.GoThrow.Treatment.OUT_OF_SCOPE;
import static psyscall.spec.runtime.GoThrow.Treatment.TAUTOLOGY;
import static psyscall.spec.runtime.GoThrowRow.at;
import static psyscall.spec.runtime.GoThrowRow.checked;
import static psyscall.spec.runtime.GoThrowRow.in;
import static psyscall.spec.runtime.GoThrowRow.left;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The throws about the status of goroutines.
final class GoroutineThrows {
  private static final String SUSPENDING = "preemption by signals comes later";

  private GoroutineThrows() {}

  static List<GoThrowRow> rows() {
    List<GoThrowRow> rows = new ArrayList<>(statuses());
    rows.addAll(suspensions());
    rows.addAll(lives());
    return rows;
  }

  private static List<GoThrowRow> statuses() {
    return List.of(
        left(
            at("casgstatus", "781", "791", "968"),
            "neither status has the scan bit, and they differ",
            TAUTOLOGY,
            "both are constants at each call"),
        left(
            at("casgstatus", "792", "", ""),
            "a running G was not marked as scanned",
            OUT_OF_SCOPE,
            "stack scanning is not modelled"),
        new GoThrowRow(
            at("casgstatus", "805", "803", "983"),
            "a G that waits has one waker",
            GoThrow.Treatment.CHECKED,
            "status is read once here, so the check of ready comes first",
            Optional.of(Throws.CASGSTATUS_WAITING)),
        left(
            at("castogscanstatus", "768", "778", "954"),
            "the bit is added to a status that can have it",
            TAUTOLOGY,
            "who claims has looked at the status"),
        left(
            at("casfrom_Gscanstatus", "739", "748", "918"),
            "the bit is taken from a status that has it",
            TAUTOLOGY,
            "restartg and resumeG have looked at the status"),
        checked(
            at("casfrom_Gscanstatus", "751", "761", "931"),
            "the holder clears its bit",
            Throws.CASFROM_NOT_SCANNING),
        checked(
            at("restartg", "944", "", ""),
            "nobody has changed the status of the G that was scanned",
            Throws.RESTARTG_STATUS),
        left(
            at("isscanstatus, casgcopystack, scang", "703, 843, 876", "", ""),
            "the status is a legal one",
            OUT_OF_SCOPE,
            "the model has no others"),
        left(
            at("casgcopystack", "", "829", "1042"),
            "the status is a legal one",
            OUT_OF_SCOPE,
            "stack scanning is not modelled"));
  }

  private static List<GoThrowRow> suspensions() {
    return List.of(
        left(
            at("casGToPreemptScan, casGFromPreempted", "", "843, 854", "1056, 1068"),
            "the status goes from running to preempted, and from there to waiting",
            LATER,
            SUSPENDING),
        left(at("preemptPark", "", "2799", "3420"), "the G is running", LATER, SUSPENDING),
        left(
            at("preemptPark", "", "", "3430, 3434"),
            "the G stands where it can be preempted",
            LATER,
            SUSPENDING),
        left(
            in("preempt.go", "suspendG", "", "110", "110"),
            "who suspends is not running itself",
            OUT_OF_SCOPE,
            "who scans has no goroutine of its own here"),
        left(
            in("preempt.go", "suspendG", "", "135", "135"),
            "the status is a legal one",
            OUT_OF_SCOPE,
            "the model has no others"),
        checked(
            in("preempt.go", "resumeG", "", "268", "268"),
            "nobody has changed the status of the G that was scanned",
            Throws.RESTARTG_STATUS));
  }

  private static List<GoThrowRow> lives() {
    return List.of(
        left(
            at("gopark, goschedImpl", "282, 2611", "295, 2750", "354, 3371"),
            "the G is running",
            TAUTOLOGY,
            "they are reached from user code only"),
        checked(at("ready", "601", "685", "856"), "the G is waiting", Throws.READY_STATUS),
        left(
            at(
                "newproc1, LockOSThread, badunlockosthread",
                "3256, 3267, 3499, 3557",
                "3459, 3470, 3733, 3794",
                "4117, 4413, 4475"),
            "the user made no mistake",
            OUT_OF_SCOPE,
            "user errors"));
  }
}

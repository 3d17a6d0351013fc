package psyscall.spec.mutation;

import java.util.List;
import java.util.Optional;
import psyscall.spec.release.Release;

/// Bugs that Go really had, each as a mutation of the release next to those that had it, on the
/// side of its repair.
final class HistoricalBugs {
  static final List<Mutation> ALL =
      List.of(
          new Mutation(
              "go10618",
              "forEachP counts in stopwait and waits on stopnote, as stop-the-world does",
              "In the development of Go 1.5 (2015) the two shared one counter. A thread that was"
                  + " late on its way into entersyscall_gcwait took another thread's P for the"
                  + " wrong operation (ABA), and programs died of 'forEachP: P did not run fn' or"
                  + " 'not stopped'. Repaired by CL 10157: forEachP got its own counter and note.",
              "stop-then-safe-point",
              Release.GO_1_10_8,
              "no-throw",
              Optional.of("for-each-p-missed"),
              62,
              Edits.all(
                  Edits.substitute("sched.safePointWait", "sched.stopwait"),
                  Edits.substitute("sched.safePointNote", "sched.stopnote")),
              Optional.empty()),
          new Mutation(
              "go6070",
              "retake takes a P without pretending that one more thread runs",
              "In Go 1.1, sysmon took the P of a thread in a system call while nobody counted"
                  + " sysmon as running; the thread came back, found no P and parked as the last,"
                  + " and a healthy program died of 'all goroutines are asleep'. Repaired in Go 1.2"
                  + " (CL 12602043): the count of idle locked threads is lowered before the"
                  + " compare-and-swap.",
              "one-call-sysmon",
              Release.GO_1_10_8,
              "deadlock-detection-is-right",
              Optional.of("checkdead-runnable"),
              15,
              Edits.all(
                  Edits.drop(Site.call("Retake", "pretend", "Incidlelocked")),
                  Edits.drop(Site.call("Retake", "unpretend", "Incidlelocked"))),
              Optional.empty()),
          new Mutation(
              "go45975",
              "findrunnable takes an idle P for mark work and puts it back in a section of its own",
              "In the development of Go 1.17 (2021, after CL 307914). A thread that had given its P"
                  + " up took an idle P, looked for a mark worker without the lock, found none and"
                  + " put the P back without looking at anything again. A forEachP that began in"
                  + " between did not find the P in the idle list and waited for it for ever."
                  + " Repaired before the release (CL 318569): the P is put back in the section in"
                  + " which it was taken.",
              "mark-work-and-safe-point",
              Release.GO_1_19_13,
              "for-each-p-can-complete",
              Optional.empty(),
              37,
              Edits.split(Site.call("Findrunnable", "idleP", "Pidleput")),
              Optional.empty()),
          new Mutation(
              "go5216",
              "handoffp puts the last running P into the idle list although nobody polls",
              "In the development of Go 1.1 (2013). A goroutine entered a blocking call, its P was"
                  + " the last that ran and had no work, so it went idle; no thread waited for the"
                  + " network, and goroutines whose data had come were not noticed. Repaired before"
                  + " the release (CL 8459043): handoffp starts a thread if nobody polls.",
              "network-then-block",
              Release.GO_1_10_8,
              "network-is-polled",
              Optional.empty(),
              24,
              Edits.never(Site.branch("Handoffp", "locked", "sched.polling")),
              Optional.empty()));

  private HistoricalBugs() {}
}

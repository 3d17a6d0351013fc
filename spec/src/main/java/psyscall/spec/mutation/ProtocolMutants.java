package psyscall.spec.mutation;

import static psyscall.spec.mutation.Edits.always;
import static psyscall.spec.mutation.Edits.condition;
import static psyscall.spec.mutation.Edits.drop;
import static psyscall.spec.mutation.Edits.later;
import static psyscall.spec.mutation.Edits.lines;
import static psyscall.spec.mutation.Edits.never;
import static psyscall.spec.mutation.Edits.split;
import static psyscall.spec.mutation.Site.branch;
import static psyscall.spec.mutation.Site.call;
import static psyscall.spec.mutation.Site.countdown;
import static psyscall.spec.mutation.Site.store;

import java.util.List;
import psyscall.spec.process.Statement;
import psyscall.spec.term.Term;

/// Small changes of the protocol, at least one for each property: what the rule is for shows when
/// it is left out.
final class ProtocolMutants {
  private static final Site WAITER =
      new Site(
          "Semrelease",
          "release",
          "pick of the waiter",
          statement -> statement instanceof Statement.Pick);

  static final List<Mutation> ALL =
      List.of(
          Mutant.named(
                  "split-cas",
                  "exitsyscallfast tests the status and stores it in two steps, not by"
                      + " compare-and-swap (S4)")
              .in("one-call-sysmon")
              .breaks("processor-in-one-place")
              .after(32, split(store("ExitSyscallFast", "reacquire", "p.status"))),
          Mutant.named(
                  "publish-before-unwire",
                  "reentersyscall publishes Psyscall before it unwires the P (S1)")
              .in("two-calls-one-p")
              .breaks("processor-in-one-place")
              .after(
                  4,
                  later(
                      store("ReenterSyscall", "publish", "p.m"),
                      call("ReenterSyscall", "publish", "ProcPublish")),
                  split(store("ReenterSyscall", "publish", "p.m"))),
          Mutant.named("steal-without-removal", "runqsteal leaves the G in the victim's queue")
              .in("park-and-ready")
              .breaks("goroutine-in-one-place")
              .after(24, drop(store("Runqsteal", "", "p.runq"))),
          Mutant.named(
                  "handoff-without-recheck",
                  "handoffp does not look at the global queue again under the lock (S7, H8)")
              .in("two-calls-two-ps")
              .breaks("idle-only-with-nothing-to-do")
              .after(37, never(branch("Handoffp", "locked", "sched.runq"))),
          Mutant.named("gcstop-without-count", "gcstopm does not count its P as stopped")
              .in("stop-while-calling")
              .breaks("deadlock-free")
              .after(21, drop(store("Gcstopm", "stop", "sched.stopwait"))),
          Mutant.named(
                  "steal-without-count",
                  "stop-the-world does not count a P that it takes out of a system call")
              .in("stop-while-calling")
              .breaks("stopwait-counts-unstopped")
              .after(25, drop(store("StopTheWorld", "scan", "sched.stopwait"))),
          Mutant.named(
                  "gcwait-without-stopwait",
                  "entersyscall_gcwait does not test stopwait under the lock (S3)")
              .in("stop-and-call-again")
              .breaks("stopwait-counts-unstopped")
              .after(
                  63,
                  condition(
                      branch("EnterSyscallGcwait", "stop", "sched.stopwait"),
                      both -> ((Term.And) both).operands().getLast())),
          Mutant.named(
                  "store-without-cas",
                  "exitsyscallfast takes its old P whatever the status is (S4)")
              .in("stop-while-calling")
              .breaks("stopped-world-runs-nobody")
              .after(29, always(branch("ExitSyscallFast", "reacquire", "p.status"))),
          Mutant.named("wake-without-nextp", "startm wakes an idle thread and leaves it no P")
              .in("park-and-ready")
              .breaks("wake-ups-carry-news")
              .after(43, drop(store("Startm", "wake", "m.nextp"))),
          Mutant.named(
                  "safe-point-without-cas", "runSafePointFn does not clear the flag that it tested")
              .in("safe-point-while-calling")
              .breaks("safe-point-runs-once")
              .after(25, drop(store("RunSafePointFn", "claim", "p.runSafePointFn"))),
          Mutant.named(
                  "entry-without-gcwaiting",
                  "reentersyscall does not look at gcwaiting after the publication (S2)")
              .in("stop-while-calling")
              .breaks("stop-the-world-can-complete")
              .after(21, never(branch("ReenterSyscall", "gcwaiting", "sched.gcwaiting"))),
          Mutant.named(
                  "handoff-without-safe-point",
                  "handoffp does not run the safe-point function that the P owes (S7, H7)")
              .in("safe-point-with-sysmon")
              .breaks("idle-only-with-nothing-to-do")
              .after(34, never(branch("Handoffp", "locked", "p.runSafePointFn"))),
          Mutant.named(
                  "safe-point-counts-idle",
                  "forEachP runs the function for the idle Ps and waits for them all the same")
              .in("two-safe-points")
              .breaks("for-each-p-can-complete")
              .after(31, drop(countdown("ForEachP", "begin", "sched.safePointWait"))),
          Mutant.named("handoff-loses-p", "handoffp forgets to put the P into the idle list")
              .in("hand-off-beside-idle")
              .breaks("processor-in-one-place")
              .after(43, drop(call("Handoffp", "locked", "Pidleput"))),
          Mutant.named(
                  "give-up-without-recheck",
                  "findrunnable gives its P up and does not look at the queues again (S16, N12)")
              .in("two-wakers")
              .breaks("no-idle-beside-local-work")
              .after(43, always(branch("Findrunnable", "recheck", "p.runq"))),
          Mutant.named("ready-without-wakep", "ready wakes nobody for the G that it queues")
              .in("two-wakers")
              .breaks("no-idle-beside-local-work")
              .after(21, never(branch("Ready", "wakep", "sched.pidle"))),
          Mutant.named(
                  "start-without-wakep",
                  "start-the-world wakes nobody for the goroutines that were queued meanwhile")
              .in("stop-while-calling")
              .breaks("work-conservation")
              .after(35, never(branch("StartTheWorld", "wakep", "sched.pidle"))),
          Mutant.named("start-without-wakep-at-rest", "as start-without-wakep")
              .in("stop-then-call")
              .breaks("work-conservation-at-rest")
              .after(40, never(branch("StartTheWorld", "wakep", "sched.pidle"))),
          Mutant.named(
                  "gcwait-without-note",
                  "entersyscall_gcwait does not tell the stopper that its P was the last (S3)")
              .in("stop-with-slices")
              .breaks("no-lost-stop-notification")
              .after(27, drop(store("EnterSyscallGcwait", "stop", "sched.stopnote"))),
          Mutant.named(
                  "start-without-note",
                  "start-the-world clears sysmonwait and does not wake sysmon (S13)")
              .in("stop-with-sysmon")
              .breaks("no-syscall-beside-deep-sleep")
              .after(35, drop(store("StartTheWorld", "procresize", "sched.sysmonnote"))),
          Mutant.named("spin-without-count", "findrunnable spins without counting itself")
              .in("park-and-ready")
              .breaks("spinners-are-counted")
              .after(36, drop(store("Findrunnable", "count", "sched.nmspinning"))),
          Mutant.named(
                  "retake-without-cas",
                  "retake takes the P that it saw in a system call, wherever it is now (S4)")
              .in("one-call-sysmon")
              .breaks("running-has-a-processor")
              .after(13, always(branch("Retake", "cas", "p.status"))),
          Mutant.named(
                  "release-readies-nobody",
                  "who gives the semaphore of the world up readies nobody that waits for it")
              .in("two-stoppers")
              .breaks("semaphore-is-released")
              .after(33, lines(WAITER, line -> ((Statement.Pick) line.statement()).none().lines())),
          Mutant.named("park-with-goroutine", "exitsyscall0 leaves m.curg set when it queues the G")
              .in("two-calls-one-p")
              .breaks("idle-threads-hold-nothing")
              .after(15, drop(store("ExitSyscall0", "runnable", "m.curg"))));

  private ProtocolMutants() {}
}

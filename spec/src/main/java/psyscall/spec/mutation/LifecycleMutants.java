package psyscall.spec.mutation;

import static psyscall.spec.mutation.Edits.always;
import static psyscall.spec.mutation.Edits.condition;
import static psyscall.spec.mutation.Edits.drop;
import static psyscall.spec.mutation.Edits.never;
import static psyscall.spec.mutation.Site.branch;
import static psyscall.spec.mutation.Site.call;
import static psyscall.spec.mutation.Site.store;

import java.util.List;
import psyscall.spec.term.Term;

/// Changes that are noticed by the lifecycle alone: a step that it does not allow, or fields that
/// do not say what the events say.
final class LifecycleMutants {
  private static final String REFINES = "refines-lifecycle";

  static final List<Mutation> ALL =
      List.of(
          Mutant.named("run-without-status", "execute does not mark its goroutine as running")
              .in("hand-off")
              .breaks(REFINES)
              .after(12, drop(store("Execute", "run", "g.status"))),
          Mutant.named("park-on-thread", "gopark leaves g.m set")
              .in("park-and-ready")
              .breaks(REFINES)
              .after(2, drop(store("Gopark", "park", "g.m"))),
          Mutant.named("call-without-status", "reentersyscall does not mark the G as in a call")
              .in("one-call")
              .breaks(REFINES)
              .after(2, drop(store("ReenterSyscall", "enter", "g.status"))),
          Mutant.named("back-without-status", "exitsyscall does not mark the G as running again")
              .in("one-call")
              .breaks(REFINES)
              .after(9, drop(store("ExitSyscall", "running", "g.status"))),
          Mutant.named(
                  "queue-beside-own-p",
                  "exitsyscallfast takes its old P for lost although nobody took it")
              .in("one-call")
              .breaks(REFINES)
              .after(9, never(branch("ExitSyscallFast", "reacquire", "p.status"))),
          Mutant.named("idle-unreleased", "findrunnable puts its P into the idle list unreleased")
              .in("hand-off")
              .breaks(REFINES)
              .after(32, drop(call("Findrunnable", "drop", "Releasep"))),
          Mutant.named("start-stopping", "start-the-world leaves gcwaiting set")
              .in("stop-first")
              .breaks(REFINES)
              .after(9, drop(store("StartTheWorld", "procresize", "sched.gcwaiting"))),
          Mutant.named(
                  "stop-takes-running", "stop-the-world takes every P, not those in calls only")
              .in("stop-while-calling")
              .breaks(REFINES)
              .after(15, always(branch("StopTheWorld", "scan", "p.status"))),
          Mutant.named(
                  "gcwait-too-late",
                  "entersyscall_gcwait stops its P although the stop is over already")
              .in("stop-and-call-again")
              .breaks(REFINES)
              .after(
                  63,
                  condition(
                      branch("EnterSyscallGcwait", "stop", "sched.stopwait"),
                      both -> ((Term.And) both).operands().getLast())),
          Mutant.named("safe-point-takes-any", "forEachP takes every P that owes the function")
              .in("safe-point-while-calling")
              .breaks(REFINES)
              .after(
                  15,
                  condition(
                      branch("ForEachP", "scan", "p.runSafePointFn"),
                      both -> ((Term.And) both).operands().getLast())),
          Mutant.named("steal-and-leave", "runqsteal leaves the G in the victim's queue")
              .in("park-and-ready")
              .breaks(REFINES)
              .after(32, drop(store("Runqsteal", "", "p.runq"))),
          Mutant.named("retake-any", "retake takes the P that it saw, wherever it is now")
              .in("one-call-sysmon")
              .breaks(REFINES)
              .after(11, always(branch("Retake", "cas", "p.status"))));

  private LifecycleMutants() {}
}

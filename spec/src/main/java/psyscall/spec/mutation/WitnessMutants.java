package psyscall.spec.mutation;

import static psyscall.spec.mutation.Edits.drop;
import static psyscall.spec.mutation.Edits.never;
import static psyscall.spec.mutation.Site.branch;
import static psyscall.spec.mutation.Site.store;

import java.util.List;
import psyscall.spec.process.Statement;
import psyscall.spec.term.CollectionTerm;
import psyscall.spec.term.Term;

/// One mutant for each witness: with it the witness is no longer reached, so the check is vacuous.
final class WitnessMutants {
  private static final Site IDLE_COUNT =
      new Site(
          "StopTheWorld",
          "scan",
          "store that counts the idle Ps",
          statement ->
              statement instanceof Statement.Assign s
                  && s.value() instanceof Term.Arithmetic difference
                  && difference.right() instanceof CollectionTerm.Size);

  static final List<Mutation> ALL =
      List.of(
          Mutant.named("retake-never", "sysmon looks at no system call")
              .in("one-call-sysmon")
              .breaks("retake-happens")
              .after(0, never(branch("Retake", "look", "p.status"))),
          Mutant.named("aba-never", "sysmon looks at no system call")
              .in("two-calls-one-p")
              .breaks("aba-happens")
              .after(0, never(branch("Retake", "look", "p.status"))),
          Mutant.named("entry-without-syscallsp", "reentersyscall does not note the call in its G")
              .in("two-calls-one-p")
              .breaks("slow-exit-happens")
              .after(0, drop(store("ReenterSyscall", "enter", "g.syscallsp"))),
          Mutant.named("deep-sleep-never", "sysmon never sleeps deeply")
              .in("stop-with-sysmon")
              .breaks("deep-sleep-ends")
              .after(0, never(branch("Sysmon", "test", "sched.gcwaiting"))),
          Mutant.named("entry-lets-sysmon-sleep", "reentersyscall does not look at sysmonwait")
              .in("stop-with-deep-sleep")
              .breaks("entry-wakes-sysmon")
              .after(0, never(branch("ReenterSyscall", "enter", "sched.sysmonwait"))),
          Mutant.named(
                  "stop-never-waits", "stop-the-world does not look at stopwait after its scan")
              .in("stop-while-calling")
              .breaks("stop-waits")
              .after(0, never(branch("StopTheWorld", "scan", "sched.stopwait"))),
          Mutant.named("yield-to-nowhere", "goschedImpl does not put its goroutine into the queue")
              .in("yield-beside-spinner")
              .breaks("idle-beside-queued-work")
              .after(0, drop(store("GoschedImpl", "put", "sched.runq"))),
          Mutant.named("idle-without-count", "stop-the-world does not count the idle Ps as stopped")
              .in("stop-first")
              .breaks("world-stops")
              .after(0, drop(IDLE_COUNT)));

  private WitnessMutants() {}
}

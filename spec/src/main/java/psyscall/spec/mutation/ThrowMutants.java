package psyscall.spec.mutation;

import static psyscall.spec.mutation.Edits.always;
import static psyscall.spec.mutation.Edits.drop;
import static psyscall.spec.mutation.Edits.never;
import static psyscall.spec.mutation.Edits.split;
import static psyscall.spec.mutation.Site.await;
import static psyscall.spec.mutation.Site.branch;
import static psyscall.spec.mutation.Site.call;
import static psyscall.spec.mutation.Site.check;
import static psyscall.spec.mutation.Site.store;

import java.util.List;

/// One mutant for each throw that the model checks: a check counts only if something makes it fire.
final class ThrowMutants {
  static final List<Mutation> ALL =
      List.of(
          Mutant.named("ready-late", "the waker picks the parked G and readies it in two steps")
              .in("two-wakers")
              .fires("ready-bad-status")
              .after(29, split(check("Ready", "ready", "ready-bad-status"))),
          Mutant.named(
                  "ready-late-unchecked",
                  "as ready-late, and ready does not check the status itself")
              .in("two-wakers")
              .fires("casgstatus-waiting")
              .after(
                  29,
                  split(check("Ready", "ready", "ready-bad-status")),
                  drop(check("Ready", "readySecond", "ready-bad-status"))),
          Mutant.named("stop-without-wait", "stop-the-world does not wait for the running Ps")
              .in("stop-while-calling")
              .fires("stop-world-wait")
              .after(18, drop(await("StopTheWorld", "wait"))),
          Mutant.named("stop-without-status", "stop-the-world counts a Psyscall P and leaves it")
              .in("stop-while-calling")
              .fires("stop-world-status")
              .after(26, drop(store("StopTheWorld", "scan", "p.status"))),
          Mutant.named("new-keeps-nextp", "a new thread does not clear the nextp that it took")
              .in("stop-with-queues")
              .fires("start-world-nextp")
              .after(44, drop(store("Mstart", "start", "m.nextp"))),
          Mutant.named("safe-point-left-over", "forEachP ends early and does not notice")
              .in("two-safe-points")
              .fires("for-each-p-busy")
              .after(
                  22,
                  drop(await("ForEachP", "wait")),
                  drop(check("ForEachP", "check", "for-each-p-not-done")),
                  drop(check("ForEachP", "check", "for-each-p-missed"))),
          Mutant.named("safe-point-without-wait", "forEachP does not wait for the running Ps")
              .in("safe-point-while-calling")
              .fires("for-each-p-not-done")
              .after(19, drop(await("ForEachP", "wait"))),
          Mutant.named("park-with-p", "findrunnable gives its P to the list and keeps it")
              .in("one-call")
              .fires("stopm-holding-p")
              .after(23, drop(call("Findrunnable", "drop", "Releasep"))),
          Mutant.named("park-spinning", "findrunnable parks without ceasing to spin")
              .in("park-and-ready")
              .fires("stopm-spinning")
              .after(36, drop(store("Findrunnable", "unspin", "m.spinning"))),
          Mutant.named("wakep-without-count", "wakep starts a spinning thread without counting it")
              .in("two-wakers")
              .fires("startm-nmspinning")
              .after(28, drop(store("Wakep", "admit", "sched.nmspinning"))),
          Mutant.named("mget-spinning", "startm takes a thread and leaves it in the idle list")
              .in("ready-then-block")
              .fires("startm-spinning")
              .after(44, drop(store("Startm", "mget", "sched.midle"))),
          Mutant.named("woken-keeps-nextp", "a new thread does not clear the nextp that it took")
              .in("hand-off-beside-idle")
              .fires("startm-nextp")
              .after(48, drop(store("Mstart", "start", "m.nextp"))),
          Mutant.named("spin-with-work", "handoffp does not look at the P's own queue first")
              .in("two-calls-one-p")
              .fires("startm-runq")
              .after(19, never(branch("Handoffp", "work", "p.runq"))),
          Mutant.named(
                  "gcstopm-always", "schedule stops for a stop-the-world that nobody asked for")
              .in("one-call")
              .fires("gcstopm-not-waiting")
              .after(13, always(branch("Schedule", "top", "sched.gcwaiting"))),
          Mutant.named("spin-uncounted-stop", "findrunnable spins without counting itself")
              .in("stop-while-calling")
              .fires("gcstopm-nmspinning")
              .after(42, drop(store("Findrunnable", "count", "sched.nmspinning"))),
          Mutant.named("spin-uncounted-idle", "findrunnable spins without counting itself")
              .in("park-and-ready")
              .fires("findrunnable-nmspinning")
              .after(40, drop(store("Findrunnable", "count", "sched.nmspinning"))),
          Mutant.named("spin-uncounted-work", "findrunnable spins without counting itself")
              .in("two-wakers")
              .fires("resetspinning-nmspinning")
              .after(27, drop(store("Findrunnable", "count", "sched.nmspinning"))),
          Mutant.named("spin-on", "schedule runs the G that it found and spins on")
              .in("two-wakers")
              .fires("schedule-spinning")
              .after(42, never(branch("Schedule", "runqget", "m.spinning"))),
          Mutant.named("fast-without-cache", "exitsyscallfast takes the old P without its cache")
              .in("one-call")
              .fires("lost-mcache-fast")
              .after(9, drop(store("ExitSyscallFast", "reacquired", "m.mcache"))),
          Mutant.named("acquire-without-cache", "acquirep takes a P without its cache")
              .in("hand-off")
              .fires("lost-mcache-slow")
              .after(38, drop(store("Acquirep", "", "m.mcache"))),
          Mutant.named("exit-remembers", "exitsyscallfast does not forget the P that was taken")
              .in("two-calls-one-p")
              .fires("acquirep-already")
              .after(42, drop(store("ExitSyscallFast", "reacquire", "m.p"))),
          Mutant.named("start-wired", "start-the-world leaves the chosen thread in p.m")
              .in("stop-with-queues")
              .fires("acquirep-state")
              .after(44, drop(store("StartTheWorld", "wake", "p.m"))),
          Mutant.named("release-without-cache", "acquirep takes a P without its cache")
              .in("park-and-ready")
              .fires("releasep-arg")
              .after(31, drop(store("Acquirep", "", "m.mcache"))),
          Mutant.named("release-unwired", "exitsyscallfast does not wire the P that it took back")
              .in("one-call")
              .fires("releasep-state")
              .after(20, drop(store("ExitSyscallFast", "reacquired", "p.m"))),
          Mutant.named(
                  "counts-unbalanced",
                  "stopm does not look for a dead lock, and retake's bracket only counts up")
              .in("one-call-sysmon")
              .fires("checkdead-counts")
              .after(
                  28,
                  drop(call("Stopm", "", "Checkdead")),
                  drop(call("Retake", "pretend", "Incidlelocked"))),
          Mutant.named("uncounted-thread", "a new thread is not counted (as H4, for good)")
              .in("hand-off")
              .fires("checkdead-runnable")
              .after(13, drop(store("Newm", "mcommoninit", "sched.allm"))),
          Mutant.named("idle-with-work", "handoffp puts a P with queued Gs into the idle list")
              .in("hand-off-beside-idle")
              .fires("pidleput-runq")
              .after(6, never(branch("Handoffp", "work", "p.runq"))),
          Mutant.named("sysmonwait-kept", "who wakes sysmon does not clear sysmonwait first (S13)")
              .in("stop-with-sysmon")
              .fires("note-double-wakeup")
              .after(26, drop(store("StartTheWorld", "procresize", "sched.sysmonwait"))));

  private ThrowMutants() {}
}

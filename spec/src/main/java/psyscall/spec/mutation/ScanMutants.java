package psyscall.spec.mutation;

import static psyscall.spec.mutation.Edits.drop;
import static psyscall.spec.mutation.Site.await;
import static psyscall.spec.mutation.Site.check;
import static psyscall.spec.mutation.Site.store;

import java.util.List;
import java.util.Optional;
import psyscall.spec.process.Line;
import psyscall.spec.process.Statement;
import psyscall.spec.release.Release;
import psyscall.spec.term.Sort;
import psyscall.spec.term.Term;
import psyscall.spec.term.Var;

/// Changes of what scanners and those who wait for them do, one of them a bug that Go really had.
final class ScanMutants {
  private static final Term LOCK_IS_FREE =
      new Term.Not(new Term.Read(new Var("sched.locked", Sort.TRUTH, Var.Role.FIELD)));

  static final Mutation WAKES_WITH_BIT =
      new Mutation(
          "go19112",
          "who scans a stack wakes a thread, for which it takes sched.lock, while it has the bit",
          "Up to Go 1.8: who scanned a stack and found work for others meanwhile woke a thread,"
              + " under the lock of the scheduler. A thread that had polled the network held that"
              + " lock and waited for the scan bit of a goroutine that it was about to queue: each"
              + " waited for the other, and soon everybody for the lock. Repaired in Go 1.9 (CL"
              + " 37093): nobody is woken there. That injectglist waits under the lock stayed so"
              + " beyond Go 1.14.",
          "network-beside-scan",
          Release.GO_1_10_8,
          "deadlock-free",
          Optional.empty(),
          30,
          Edits.lines(
              check("Scanner", "release", "restartg-status"),
              line -> List.of(new Line(line.address(), new Statement.Await(LOCK_IS_FREE)), line)),
          Optional.empty());

  static final List<Mutation> ALL =
      List.of(
          Mutant.named("return-while-scanned", "exitsyscall does not wait for who scans the stack")
              .in("syscall-beside-scan")
              .breaks("scan-bit-excludes-changes")
              .after(10, drop(await("ExitSyscall", "running"))),
          Mutant.named("run-while-scanned", "execute does not wait for who scans the stack")
              .in("syscall-beside-scan")
              .fires("restartg-status")
              .after(17, drop(await("Execute", "run"))),
          Mutant.named("scan-unclaimed", "who scans a stack does not look whether it has the bit")
              .in("syscall-beside-scan")
              .fires("casfrom-not-scanning")
              .after(2, drop(store("Scanner", "claim", "g.scan"))),
          Mutant.named("stop-while-scanned", "stop-the-world does not wait for who scans its stack")
              .in("stop-beside-scan-in-1-19")
              .breaks("scan-bit-excludes-changes")
              .after(23, drop(await("StopTheWorld", "check"))),
          Mutant.named("scan-without-bit", "who scans a stack does not set the bit")
              .in("stop-beside-scan")
              .breaks("change-waits-for-scan")
              .after(0, drop(store("Scanner", "claim", "g.scan"))));

  private ScanMutants() {}
}

package psyscall.spec.mutation;

import static psyscall.spec.mutation.Edits.drop;
import static psyscall.spec.mutation.Site.await;
import static psyscall.spec.mutation.Site.store;

import java.util.List;

/// Changes of what scanners and those who wait for them do.
final class ScanMutants {
  static final List<Mutation> ALL =
      List.of(
          Mutant.named("return-while-scanned", "exitsyscall does not wait for who scans the stack")
              .in("syscall-beside-scan")
              .breaks("scan-bit-excludes-changes")
              .after(1, drop(await("ExitSyscall", "running"))),
          Mutant.named("run-while-scanned", "execute does not wait for who scans the stack")
              .in("syscall-beside-scan")
              .fires("restartg-status")
              .after(1, drop(await("Execute", "run"))),
          Mutant.named("scan-unclaimed", "who scans a stack does not look whether it has the bit")
              .in("syscall-beside-scan")
              .fires("casfrom-not-scanning")
              .after(1, drop(store("Scanner", "claim", "g.scan"))),
          Mutant.named("stop-while-scanned", "stop-the-world does not wait for who scans its stack")
              .in("stop-beside-scan-in-1-19")
              .breaks("scan-bit-excludes-changes")
              .after(1, drop(await("StopTheWorld", "check"))),
          Mutant.named("scan-without-bit", "who scans a stack does not set the bit")
              .in("stop-beside-scan")
              .breaks("change-waits-for-scan")
              .after(0, drop(store("Scanner", "claim", "g.scan"))));

  private ScanMutants() {}
}

package psyscall.spec.runtime;

import java.util.List;
import psyscall.spec.citation.Citation;
import psyscall.spec.expr.Bool;
import psyscall.spec.expr.Id;
import psyscall.spec.process.StepKind;
import psyscall.spec.release.Change;
import psyscall.spec.state.G;
import psyscall.spec.state.GStatus;
import psyscall.spec.state.RuntimeState;

/// A worker of the collector scans stacks, one after the other: it claims a goroutine that does not
/// run by its scan bit, which is a lock on the status, and gives the bit back.
///
/// In Go the worker is a goroutine with a thread and a P; here it is an actor of its own, like
/// sysmon. It asks no running goroutine to be scanned.
final class Scanner extends RuntimeProcedure {
  private final Id<G> gp = local("gp", G.IDS.id());

  Scanner(RuntimeState state) {
    super(state, file(state), suspends(state) ? "suspendG" : "scang", "scans stacks");
  }

  private static boolean suspends(RuntimeState state) {
    return state.has(Change.SUSPEND_G);
  }

  private static String file(RuntimeState state) {
    return suspends(state) ? "runtime/preempt.go" : "runtime/proc.go";
  }

  @Override
  protected void body() {
    label(StepKind.ENVIRONMENT, "claim", "");
    say("claims a goroutine that does not run, to scan its stack");
    pick(
        "the goroutine to scan",
        G.IDS.where(this::canBeScanned),
        chosen -> {
          set(gp, chosen);
          set(g.scan().of(chosen), true);
          if (suspends(state)) {
            set(g.preempt.of(chosen), false);
          }
          goTo("release");
        },
        () -> await(Bool.FALSE));

    String release = suspends(state) ? "resumeG" : "restartg";
    label("release", new Citation("", List.of(state.release().name()), file(state), release));
    say("has scanned the stack and lets the goroutine go on");
    check(canBeScanned(gp), Throws.RESTARTG_STATUS);
    check(g.scan().of(gp), Throws.CASFROM_NOT_SCANNING);
    set(g.scan().of(gp), false);
    goTo("claim");
  }

  private Bool canBeScanned(Id<G> one) {
    return g.status.of(one).in(GStatus.Grunnable, GStatus.Gsyscall, GStatus.Gwaiting);
  }
}

package psyscall.spec.runtime;

import java.util.List;
import psyscall.spec.expr.Bool;
import psyscall.spec.expr.Id;
import psyscall.spec.expr.IdSet;
import psyscall.spec.expr.Int;
import psyscall.spec.process.StepKind;
import psyscall.spec.release.Change;
import psyscall.spec.state.Feature;
import psyscall.spec.state.M;
import psyscall.spec.state.P;
import psyscall.spec.state.PStatus;
import psyscall.spec.state.RuntimeState;

/// Sysmon takes Ps out of system calls that last, and asks goroutines whose slice is over to yield.
///
/// The P's order in the round is free. The bracket around the compare-and-swap pretends that one
/// more thread runs, since sysmon does not count (S6).
final class Retake extends RuntimeProcedure {
  private final IdSet<P> scan = local("scan", P.IDS.set());
  private final Id<P> q = local("p", P.IDS.id());
  private final Incidlelocked incidlelocked;
  private final Handoffp handoffp;

  Retake(RuntimeState state, Incidlelocked incidlelocked, Handoffp handoffp) {
    super(state, "retake", "takes Ps out of long system calls; ends time slices");
    this.incidlelocked = incidlelocked;
    this.handoffp = handoffp;
  }

  @Override
  protected void body() {
    set(scan, P.IDS.all());

    label(StepKind.POLLING, "look", "K2");
    pick(
        "the next P",
        scan,
        next -> {
          remove(scan, next);
          say("looks at a P");
          if (state.has(Feature.RETAKE)) {
            when(p.status.of(next).is(PStatus.Psyscall), () -> judge(next));
          }
          goTo("look");
        },
        () -> {
          say("has looked at all Ps and sleeps");
          become("Sysmon");
        });
    if (state.has(Feature.SLICE)) {
      slice();
    }
    if (!state.has(Feature.RETAKE)) {
      return;
    }

    label(StepKind.POLLING, "pretend", "K4");
    say("goes on to take the P");
    call(incidlelocked, Int.of(-1));

    label(StepKind.POLLING, "cas", "K5");
    when(
        p.status.of(q).is(PStatus.Psyscall),
        () -> {
          say("takes the P out of its system call");
          set(p.status.of(q), PStatus.Pidle);
          steal(q);
          call(handoffp, List.of(q), new Exit(RETURN, () -> goTo("unpretend")));
        },
        () -> say("finds that the P is no longer in the system call"));

    label(StepKind.POLLING, "unpretend", "K7");
    say("is done with the P");
    call(incidlelocked, Int.of(1));
    goTo("look");
  }

  /// K2 and K3: a tick that moved means a younger call, which counts for nothing once the P's time
  /// slice is over ([Change#RETAKE_BY_SLICE]); a P without work may stay while others are free.
  private void judge(Id<P> next) {
    when(
        p.syscalltickMoved.of(next),
        () -> {
          if (has(Change.RETAKE_BY_SLICE)) {
            either(
                "whether the P's time slice is over",
                new Case("no", () -> note(next)),
                new Case("yes", () -> {}));
          } else {
            note(next);
          }
        });
    Bool spare = p.runqempty(next).and(sched.nmspinning.plus(npidle()).moreThan(0));
    when(
        spare,
        () ->
            either(
                "whether the call has lasted 10 ms",
                new Case(
                    "no",
                    () -> {
                      say("leaves the P in its call: it has no work and others are free");
                      goTo("look");
                    }),
                new Case("yes", () -> {})));
    say("decides to retake a P");
    set(q, next);
    goTo("pretend");
  }

  private void note(Id<P> next) {
    say("notes that the system call is a new one");
    set(p.syscalltickMoved.of(next), false);
    goTo("look");
  }

  private void signal(Id<M> mp) {
    if (state.sendsSignals()) {
      set(state.signals().pending.of(mp), true);
    }
  }

  private void slice() {
    or(StepKind.ENVIRONMENT, "slice", "K1");
    IdSet<P> running =
        scan.intersect(P.IDS.where(other -> p.status.of(other).is(PStatus.Prunning)));
    pick(
        "the P whose slice is over",
        running,
        next -> {
          remove(scan, next);
          say("finds a slice over; the request is lost");
          ifSome(
              p.m.of(next),
              mp ->
                  ifSome(
                      m.curg.of(mp),
                      gp ->
                          either(
                              "the request to yield",
                              new Case(
                                  "arrives",
                                  () -> {
                                    say("asks a goroutine whose slice is over to yield");
                                    set(g.preempt.of(gp), true);
                                    signal(mp);
                                  }),
                              new Case("is lost", () -> {})),
                      () -> {}),
              () -> {});
          goTo("look");
        },
        () -> await(Bool.FALSE));
  }
}

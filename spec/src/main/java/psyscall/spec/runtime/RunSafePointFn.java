package psyscall.spec.runtime;

import psyscall.spec.expr.Id;
import psyscall.spec.state.P;
import psyscall.spec.state.RuntimeState;

/// Runs the safe-point function for the thread's own P, unless somebody did it on its behalf.
final class RunSafePointFn extends RuntimeProcedure {
  RunSafePointFn(RuntimeState state) {
    super(state, "runSafePointFn", "runs the safe-point function for the thread's own P");
  }

  @Override
  protected void body() {
    label("claim", "R1");
    Id<P> q = follow("p", m.p.of(me()));
    when(
        p.runSafePointFn.of(q).not(),
        () -> {
          say("finds that the safe-point function was run for its P");
          ret();
        });
    say("runs the safe-point function for its P");
    set(p.runSafePointFn.of(q), false);
    safePointFn(q);

    label("count", "R3");
    say("counts its P as done for the safe point");
    locked(this::safePointWaitDown);
  }
}

package psyscall.spec.runtime;

import psyscall.spec.state.RuntimeState;

/// What Go 1.22 added to goschedImpl (CL 501976), as a procedure of its own: whoever has put its
/// goroutine into the global queue has somebody look for work.
///
/// 1.10.8 wakes nobody; a repair puts it in. 1.22 calls `wakep` whatever `npidle` is; in 1.10.8
/// that is looked at by the callers of `wakep`, so it is here.
final class GoschedWakep extends RuntimeProcedure {
  private final Wakep wakep;

  GoschedWakep(RuntimeState state, Wakep wakep) {
    super(state, "has somebody look for work", LaterProcedures.go122("goschedImpl"));
    this.wakep = wakep;
  }

  @Override
  protected void body() {
    label("wakep", "");
    when(
        npidle().moreThan(0).and(sched.nmspinning.is(0)),
        () -> {
          say("sees an idle P that could run its goroutine");
          call(wakep);
        },
        () -> say("sees that nobody need be woken for its goroutine"));
  }
}

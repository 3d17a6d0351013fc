package psyscall.spec.runtime;

import psyscall.spec.release.Change;
import psyscall.spec.state.RuntimeState;

/// What Go 1.22 added to goschedImpl (CL 501976), as a procedure of its own: whoever has put its
/// goroutine into the global queue has somebody look for work.
///
/// No release that is modelled wakes anybody there; a repair puts it in. 1.22 calls `wakep`
/// whatever `npidle` is; before [Change#WAKEP_LOOKS] that is looked at by the callers of `wakep`,
/// so it is here.
final class GoschedWakep extends RuntimeProcedure {
  private final Wakep wakep;

  GoschedWakep(RuntimeState state, Wakep wakep) {
    super(state, "has somebody look for work", go122("goschedImpl"));
    this.wakep = wakep;
  }

  @Override
  protected void body() {
    if (has(Change.WAKEP_LOOKS)) {
      call(wakep);
      return;
    }

    label("wakep", "");
    when(
        isWakeUpDue(),
        () -> {
          say("sees an idle P that could run its goroutine");
          call(wakep);
        },
        () -> say("sees that nobody need be woken for its goroutine"));
  }
}

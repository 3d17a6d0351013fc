package psyscall.spec.runtime;

import psyscall.spec.expr.Id;
import psyscall.spec.state.G;
import psyscall.spec.state.GStatus;
import psyscall.spec.state.P;
import psyscall.spec.state.RuntimeState;

/// Enters a call that is known to block: gives the P away at once.
final class EnterSyscallBlock extends RuntimeProcedure {
  private final Releasep releasep;
  private final Handoffp handoffp;

  EnterSyscallBlock(RuntimeState state, Releasep releasep, Handoffp handoffp) {
    super(state, "entersyscallblock", "enters a call that is known to block: hands the P off");
    this.releasep = releasep;
    this.handoffp = handoffp;
  }

  @Override
  protected void body() {
    label("enter", "B4");
    say("marks its goroutine as being in a blocking call");
    Id<P> q = follow("p", m.p.of(me()));
    Id<G> gp = follow("gp", m.curg.of(me()));
    bumpSyscalltick(q);
    set(g.syscallsp.of(gp), true);
    casgstatus(gp, GStatus.Gsyscall);
    emit(goroutines.goSyscallBlock, gp, me(), q);

    label("handoff", "B5");
    say("gives up its P and hands it off");
    Id<P> mine = follow("p", m.p.of(me()));
    call(releasep, mine);
    call(handoffp, mine);
  }
}

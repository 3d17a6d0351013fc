package psyscall.spec.runtime;

import psyscall.spec.expr.Id;
import psyscall.spec.expr.Sym;
import psyscall.spec.release.Change;
import psyscall.spec.state.G;
import psyscall.spec.state.Locks;
import psyscall.spec.state.RuntimeState;

/// A goroutine locks itself to its thread; before the first one does, there must be a template
/// thread: part of user code's step.
///
/// Before [Change#TEMPLATE_ATOMIC] the goroutine can be preempted between announcing that thread
/// and creating it (H11, #38931): there the program goes on at a position of its own.
final class LockOSThread extends RuntimeProcedure {
  private final Sym<String> at;
  private final DolockOSThread dolockOSThread;

  LockOSThread(RuntimeState state, DolockOSThread dolockOSThread) {
    super(state, "LockOSThread", "locks the running goroutine to its thread");
    this.at = parameter("at", state.programs.type());
    this.dolockOSThread = dolockOSThread;
  }

  @Override
  protected void body() {
    Locks locks = state.locks();
    if (has(Change.TEMPLATE_ATOMIC)) {
      say("locks its thread; there is a template thread now");
      set(locks.haveTemplateThread, true);
      call(dolockOSThread);
      return;
    }
    when(
        locks.haveTemplateThread,
        () -> {
          say("locks its thread");
          call(dolockOSThread);
        },
        () -> {
          say("announces the template thread");
          set(locks.haveTemplateThread, true);
          Id<G> gp = follow("gp", m.curg.of(me()));
          set(g.at.of(gp), state.programs.creating(at));
        });
  }
}

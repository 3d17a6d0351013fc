package psyscall.spec.runtime;

import psyscall.spec.state.Feature;
import psyscall.spec.state.RuntimeState;

/// The global queue's turn, every 61st tick of the P: one goroutine of it is taken, whatever waits
/// in the local queue ([Feature#GLOBAL_TURN]).
///
/// Nothing counts ticks here: whether it is the turn is free each time. As in findrunnable, the
/// look at the queue's size and the section of the lock are one step; where the queue runs empty
/// between them, Go goes on as if it were not the turn.
final class GlobalTurn extends RuntimeProcedure {
  GlobalTurn(RuntimeState state) {
    super(state, "globrunqget", "takes one goroutine from the global queue, since it is its turn");
  }

  @Override
  protected void body() {
    await(runqsize().moreThan(0));
    locked(
        () ->
            pick(
                "the goroutine",
                sched.runq,
                gp -> {
                  say("takes one goroutine from the global queue: it is its turn");
                  remove(sched.runq, gp);
                  set(m.gp.of(me()), gp);
                },
                () -> {}));
  }
}

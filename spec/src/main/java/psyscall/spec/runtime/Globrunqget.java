package psyscall.spec.runtime;

import psyscall.spec.expr.Id;
import psyscall.spec.expr.Int;
import psyscall.spec.state.P;
import psyscall.spec.state.RuntimeState;

/// Takes a batch from the global queue, under the lock: one goroutine to run now, the rest of the
/// batch into the local queue.
///
/// The batch is min(size, size/GOMAXPROCS + 1); the queue is a set, so which ones is a free pick.
final class Globrunqget extends RuntimeProcedure {
  private final Id<P> q = parameter("p", P.IDS.id());

  Globrunqget(RuntimeState state) {
    super(state, "globrunqget", "takes a batch from the global queue, under the lock");
  }

  @Override
  protected void body() {
    Int size = let("size", runqsize());
    Int batch = let("n", size.min(size.dividedBy(state.processors()).plus(1)));
    pick(
        "the goroutine",
        sched.runq,
        gp -> {
          remove(sched.runq, gp);
          set(m.gp.of(me()), gp);
        },
        () -> {});
    for (int taken = 1; taken < state.goroutines(); taken++) {
      when(
          batch.moreThan(taken),
          () ->
              pick(
                  "a goroutine of the batch",
                  sched.runq,
                  gp -> {
                    remove(sched.runq, gp);
                    add(p.runq.of(q), gp);
                  },
                  () -> {}));
    }
  }
}

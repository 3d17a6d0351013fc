package psyscall.spec.runtime;

import psyscall.spec.expr.Id;
import psyscall.spec.state.G;
import psyscall.spec.state.RuntimeState;
import psyscall.spec.state.WorldSemaphore;

/// Waits for the semaphore of the world, which was taken a moment ago.
///
/// The look, the queueing and the parking are one step: all are under the lock of the semaphore's
/// queue, which is given up when the goroutine waits already.
final class Semacquire extends RuntimeProcedure {
  Semacquire(RuntimeState state) {
    super(state, "runtime/sema.go", "semacquire1", "waits for the semaphore of the world");
  }

  @Override
  protected void body() {
    WorldSemaphore sema = state.worldsema();
    label("park", "");
    Id<G> gp = follow("gp", m.curg.of(me()));
    when(
        sema.owner.isNil(),
        () -> {
          say("finds the semaphore of the world free after all");
          become("UserCode");
        });
    say("parks its goroutine until the semaphore of the world is given up");
    add(sema.waiting, gp);
    park(gp);
    become("Schedule");
  }
}

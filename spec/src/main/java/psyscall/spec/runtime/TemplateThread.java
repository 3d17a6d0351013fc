package psyscall.spec.runtime;

import psyscall.spec.expr.Bool;
import psyscall.spec.state.Locks;
import psyscall.spec.state.RuntimeState;

/// A thread in a known-good state that creates threads for those that may not be in one.
///
/// It is a process of its own, beside the threads that are counted: it counts in `mnext` and in
/// `nmsys`, which cancel. Its list has a lock and a note of its own; taking from the list and
/// sleeping is one step here, since nobody else takes from it.
final class TemplateThread extends RuntimeProcedure {
  TemplateThread(RuntimeState state) {
    super(state, "templateThread", "creates threads for locked threads");
  }

  @Override
  protected void body() {
    Locks locks = state.locks();
    label("wait", "");
    await(locks.templateThread);
    pick(
        "the thread to create",
        locks.newmHandoff,
        mp -> {
          say("creates a thread");
          remove(locks.newmHandoff, mp);
          goTo("wait");
        },
        () -> await(Bool.FALSE));
  }
}

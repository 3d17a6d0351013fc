package psyscall.spec.runtime;

import psyscall.spec.state.RuntimeState;

/// What Go 1.22 added to findRunnable (CL 501975), as a procedure of its own: the thread that has
/// ceased to spin looks at the global queue once more, under the lock.
///
/// No release that is modelled has such a look; a repair puts it in. There as here the thread gets
/// an idle P, a batch, and spins again. 1.22's `needspinning` is a change of its own: it tells
/// threads that are about to give their P up of work for which no P was idle. 1.10.8 needs it not:
/// there these look at the global queue under the lock (N9) and at all local queues afterwards
/// (N12) by themselves.
final class CheckGlobalRunq extends RuntimeProcedure {
  /// The exit with a goroutine.
  static final String FOUND = "found";

  private final Globrunqget globrunqget;
  private final Acquirep acquirep;

  CheckGlobalRunq(RuntimeState state, Globrunqget globrunqget, Acquirep acquirep) {
    super(state, "looks at the global queue once more", go122("findRunnable"));
    this.globrunqget = globrunqget;
    this.acquirep = acquirep;
  }

  @Override
  protected void body() {
    label("look", "N12");
    locked(
        () ->
            when(
                runqsize().moreThan(0),
                () ->
                    pick(
                        "the idle P",
                        sched.pidle,
                        idle -> {
                          say("takes an idle P and a batch from the global queue, and spins again");
                          remove(sched.pidle, idle);
                          call(globrunqget, idle);
                          call(acquirep, idle);
                          becomeSpinning();
                          ret(FOUND);
                        },
                        () -> {
                          say("finds no idle P for the work in the global queue");
                          noIdleP();
                        }),
                () -> say("finds the global queue still empty")));
  }
}

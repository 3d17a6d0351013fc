package psyscall.spec.runtime;

import psyscall.spec.expr.Bool;
import psyscall.spec.expr.Id;
import psyscall.spec.state.M;
import psyscall.spec.state.P;
import psyscall.spec.state.RuntimeState;

/// Creates a thread and leaves it a P.
///
/// The number of threads is bounded here: where none is left to create, the caller waits and may
/// take one that became idle meanwhile (without that, sysmon, waiting with the P, would make a
/// false dead lock). That `allocm` borrows the P is left out: whoever looks at the P meanwhile does
/// the same as when it is in limbo.
final class Newm extends RuntimeProcedure {
  private final Id<P> q = parameter("p", P.IDS.id());
  private final Bool spinning = parameter("spinning", Bool.TYPE);
  private final Id<M> mp = local("mp", M.IDS.id());

  Newm(RuntimeState state) {
    super(state, "newm", "creates a thread and leaves it a P");
  }

  @Override
  protected void body() {
    label("mcommoninit", "S4");
    pick(
        "the new thread",
        M.IDS.all().minus(sched.allm),
        fresh -> {
          say("counts a new thread");
          add(sched.allm, fresh);
          set(mp, fresh);
          goTo("clone");
        },
        () ->
            locked(
                () ->
                    pick(
                        "the thread that became idle",
                        sched.midle,
                        idle -> {
                          say("takes a thread that became idle: there is none to create");
                          remove(sched.midle, idle);
                          set(mp, idle);
                          goTo("wake");
                        },
                        () -> await(Bool.FALSE))));

    label("clone", "S4");
    say("creates the thread with the P in its hand");
    leave();
    cloneByTemplate(mp);
    ret();

    label("wake", "S4");
    say("leaves the P to that thread and wakes it");
    leave();
    notewakeup(m.park.of(mp));
  }

  private void leave() {
    set(m.spinning.of(mp), spinning);
    set(m.nextp.of(mp), q);
    emit(processors.procLeave, q, mp);
  }
}

package psyscall.spec.runtime;

import psyscall.spec.expr.Bool;
import psyscall.spec.expr.Id;
import psyscall.spec.expr.Opt;
import psyscall.spec.release.Change;
import psyscall.spec.state.M;
import psyscall.spec.state.P;
import psyscall.spec.state.RuntimeState;

/// Has some thread run a P: an idle thread, or a new one.
///
/// In 1.10 the lock is dropped before a new thread is created, so for a moment nobody counts it
/// (S18). With [Change#RESERVE_M] it is counted under the lock. The number of threads is bounded
/// here: where none is left to create, the whole section waits, so the P stays where it is seen.
/// With [Change#NEEDSPINNING] who starts a spinning thread has taken the P already.
final class Startm extends RuntimeProcedure {
  private final Opt<P> given = parameter("p", P.IDS.opt());
  private final Bool spinning = parameter("spinning", Bool.TYPE);
  private final Id<P> q = local("q", P.IDS.id());
  private final Id<M> mp = local("mp", M.IDS.id());
  private final Newm newm;

  Startm(RuntimeState state, Newm newm) {
    super(state, "startm", "has some thread run a P: an idle thread, or a new one");
    this.newm = newm;
  }

  @Override
  protected void body() {
    label("mget", "S2");
    locked(
        () -> {
          ifSome(given, mine -> set(q, mine), this::takeIdleP);
          pick(
              "the idle thread",
              sched.midle,
              idle -> {
                say("takes an idle thread");
                remove(sched.midle, idle);
                set(mp, idle);
                goTo("wake");
              },
              this::create);
        });

    label("wake", "S6");
    say("leaves the P to the idle thread and wakes it");
    check(m.spinning.of(mp).not(), Throws.STARTM_SPINNING);
    check(m.nextp.of(mp).isNil(), Throws.STARTM_NEXTP);
    check(spinning.and(p.runqempty(q).not()).not(), Throws.STARTM_RUNQ);
    leave();
    notewakeup(m.park.of(mp));
    ret();

    if (has(Change.RESERVE_M)) {
      label("create", "S4");
      say("creates the thread that it counted, with the P in its hand");
      leave();
      cloneByTemplate(mp);
      ret();
    }
    if (!has(Change.NEEDSPINNING)) {
      // Behind the unlock: until then a submitter sees a spinning thread that is not there.
      label("undo", "S2");
      say("takes its spinning start back");
      when(spinning, () -> nmspinningDown(Throws.STARTM_NMSPINNING));
    }
  }

  private void takeIdleP() {
    if (has(Change.NEEDSPINNING)) {
      check(spinning.not(), Throws.STARTM_NO_P);
    }
    pick(
        "the idle P",
        sched.pidle,
        idle -> {
          remove(sched.pidle, idle);
          emit(processors.procTake, idle, thread());
          set(q, idle);
        },
        () -> {
          say("finds no idle P to start a thread for");
          if (has(Change.NEEDSPINNING)) {
            noIdleP();
          } else {
            when(spinning, () -> goTo("undo"));
          }
          ret();
        });
  }

  private void create() {
    if (!has(Change.RESERVE_M)) {
      say("finds no idle thread");
      call(newm, java.util.List.of(q, spinning), new Exit(RETURN, this::ret));
      return;
    }
    pick(
        "the new thread",
        M.IDS.all().minus(sched.allm),
        fresh -> {
          say("finds no idle thread and counts a new one");
          add(sched.allm, fresh);
          set(mp, fresh);
          goTo("create");
        },
        () -> await(Bool.FALSE));
  }

  private void leave() {
    set(m.spinning.of(mp), spinning);
    set(m.nextp.of(mp), q);
    emit(processors.procLeave, q, mp);
  }
}

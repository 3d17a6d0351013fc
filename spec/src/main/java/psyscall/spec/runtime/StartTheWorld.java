package psyscall.spec.runtime;

import java.util.List;
import psyscall.spec.expr.Bool;
import psyscall.spec.expr.Id;
import psyscall.spec.expr.IdSet;
import psyscall.spec.release.Change;
import psyscall.spec.state.Feature;
import psyscall.spec.state.G;
import psyscall.spec.state.P;
import psyscall.spec.state.PStatus;
import psyscall.spec.state.Poller;
import psyscall.spec.state.Queue;
import psyscall.spec.state.RuntimeState;

/// Starts the world: Ps with work get a thread, the others go to the idle list, and sysmon is
/// woken.
///
/// GOMAXPROCS does not change; the extra thread for garbage collection help is left out.
final class StartTheWorld extends RuntimeProcedure {
  private final IdSet<P> rest = local("rest", P.IDS.set());
  private final IdSet<P> chosen = local("runnablePs", P.IDS.set());
  private final Pidleput pidleput;
  private final Newm newm;
  private final Wakep wakep;

  StartTheWorld(RuntimeState state, Pidleput pidleput, Newm newm, Wakep wakep) {
    super(state, "startTheWorldWithSema", "starts the world");
    this.pidleput = pidleput;
    this.newm = newm;
    this.wakep = wakep;
  }

  @Override
  protected void body() {
    if (state.has(Feature.POLLER)) {
      poll();
    }
    label("begin", "");
    say("begins to start the world and runs its own P");
    locked(
        () -> {
          set(sched.locked, true);
          Id<P> mine = follow("p", m.p.of(me()));
          IdSet<P> others = let("others", P.IDS.all().minus(mine));
          set(p.status.of(mine), PStatus.Prunning);
          forAll(P.IDS, others::has, p.status::of, q -> p.status.of(q).constant(PStatus.Pidle));
          emit(world.procresize, me());
          set(rest, others);
        });

    procresize();
    wakeThreads();
  }

  /// Before it takes the lock it polls. Nobody is started for what the network brings, since no P
  /// is idle while the world is stopped; so the poll and the queueing are one step.
  private void poll() {
    Poller poller = state.poller();
    label("netpoll", "");
    say("polls the network");
    Id<P> mine = follow("p", m.p.of(me()));
    boolean keeps = has(Change.INJECT_LOCAL);
    Queue<G> queue = keeps ? p.runq.of(mine) : sched.runq;
    Runnable poll =
        () ->
            pickSubset(
                "what the network brings",
                poller.waiting(),
                some -> makeRunnable(some, gp -> add(queue, gp)));
    if (keeps) {
      poll.run();
    } else {
      locked(poll);
    }
  }

  private void procresize() {
    label("procresize", "");
    pick(
        "the next P",
        rest,
        q -> {
          remove(rest, q);
          when(
              p.runqempty(q),
              () -> {
                say("puts a P without work into the idle list");
                call(pidleput, q);
              },
              () -> {
                say("chooses a P with work and an idle thread for it");
                pick(
                    "the idle thread",
                    sched.midle,
                    mp -> {
                      remove(sched.midle, mp);
                      set(p.m.of(q), mp);
                    },
                    () -> say("chooses a P with work; there is no idle thread"));
                add(chosen, q);
              });
          goTo("procresize");
        },
        () -> {
          say("lets the world run");
          set(sched.gcwaiting, false);
          wakeSysmon();
          set(sched.locked, false);
          emit(world.worldStarted, me());
        });
  }

  private void wakeThreads() {
    label("wake", "");
    pick(
        "the next P with work",
        chosen,
        q -> {
          remove(chosen, q);
          ifSome(
              p.m.of(q),
              mp -> {
                say("leaves a P to its thread and wakes it");
                clear(p.m.of(q));
                check(m.nextp.of(mp).isNil(), Throws.START_WORLD_NEXTP);
                set(m.nextp.of(mp), q);
                emit(processors.procLeave, q, mp);
                notewakeup(m.park.of(mp));
                goTo("wake");
              },
              () -> {
                say("needs a new thread for a P");
                call(newm, List.of(q, Bool.FALSE), new Exit(RETURN, () -> goTo("wake")));
              });
        },
        () -> {
          say("has started the Ps with work");
          if (has(Change.WAKEP_LOOKS)) {
            call(wakep, List.of(), new Exit(RETURN, () -> done()));
          }
        });
    if (has(Change.WAKEP_LOOKS)) {
      return;
    }

    label("wakep", "");
    when(
        isWakeUpDue(),
        () -> {
          say("sees an idle P: one more thread should look for work");
          call(wakep, List.of(), new Exit(RETURN, () -> done()));
        },
        () -> {
          say("sees that no further thread need look for work");
          done();
        });
  }

  /// The thread goes on in user code, without the semaphore of the world.
  private void done() {
    become(state.has(Feature.WORLDSEMA) ? "Semrelease" : "UserCode");
  }
}

package psyscall.spec.runtime;

import java.util.List;
import java.util.Optional;
import psyscall.spec.expr.Bool;
import psyscall.spec.expr.IdSet;
import psyscall.spec.expr.Int;
import psyscall.spec.process.StepKind;
import psyscall.spec.state.Feature;
import psyscall.spec.state.G;
import psyscall.spec.state.GStatus;
import psyscall.spec.state.Poller;
import psyscall.spec.state.RuntimeState;

/// Sysmon's loop: it sleeps, deeply while the world stops or all Ps are idle, polls, retakes and
/// forces garbage collections.
///
/// How long it sleeps is not modelled. Polls ([Feature#POLLER]) and forced collections
/// ([Feature#FORCE_GC]) are extensions; each is a round of its own, since a round may do nothing
/// else. Scavenging is left out. In 1.10 nobody pretends for a forced collection that one more
/// thread runs (H4).
final class Sysmon extends RuntimeProcedure {
  private final Incidlelocked incidlelocked;
  private final Optional<Injectglist> injectglist;
  private final Optional<IdSet<G>> list;

  Sysmon(RuntimeState state, Incidlelocked incidlelocked, Optional<Injectglist> injectglist) {
    super(state, "sysmon", "sysmon's loop: it sleeps and retakes");
    this.incidlelocked = incidlelocked;
    this.injectglist = injectglist;
    this.list =
        state.has(Feature.POLLER) ? Optional.of(local("list", G.IDS.set())) : Optional.empty();
  }

  @Override
  protected void body() {
    label(StepKind.POLLING, "usleep", "M1");
    say("wakes up from a short sleep");
    if (state.has(Feature.DEEP_SLEEP)) {
      when(quietWorld(), () -> goTo("test"));
    }
    become("Retake");
    list.ifPresent(this::poll);
    if (state.has(Feature.FORCE_GC)) {
      injectglist.ifPresent(this::forceCollection);
    }
    if (state.has(Feature.DEEP_SLEEP)) {
      sleepDeeply();
    }
    list.ifPresent(brought -> injectglist.ifPresent(inject -> inject(brought, inject)));
  }

  private void poll(IdSet<G> brought) {
    Poller poller = state.poller();
    or(StepKind.ENVIRONMENT, "netpoll", "M6");
    say("polls the network, which brings somebody");
    await(poller.polling.not());
    pickSubset(
        "what the network brings",
        poller.waiting(),
        some -> {
          await(some.isEmpty().not());
          set(poller.brought, poller.brought.union(some));
          set(brought, some);
        });
    goTo("pretend");
  }

  private void inject(IdSet<G> brought, Injectglist inject) {
    label("pretend", "M6");
    say("goes on to queue what the poll has brought");
    call(incidlelocked, Int.of(-1));

    label("inject", "M6");
    say("queues what the poll has brought");
    call(inject, List.of(brought), new Exit(RETURN, () -> goTo("unpretend")));

    label("unpretend", "M6");
    say("is done with what the poll has brought");
    call(incidlelocked, Int.of(1));
    become("Retake");
  }

  private void forceCollection(Injectglist inject) {
    or(StepKind.ENVIRONMENT, "forcegc", "M8");
    say("forces a garbage collection");
    IdSet<G> idle =
        G.IDS.where(
            gp -> state.programs.isSystem(g.at.of(gp)).and(g.status.of(gp).is(GStatus.Gwaiting)));
    pick(
        "the idle helper",
        idle,
        helper -> call(inject, List.of(helper.alone()), new Exit(RETURN, () -> become("Retake"))),
        () -> await(Bool.FALSE));
  }

  private void sleepDeeply() {
    label(StepKind.POLLING, "test", "M3");
    locked(
        () ->
            when(
                quietWorld(),
                () -> {
                  say("goes into its deep sleep");
                  set(sched.sysmonwait, true);
                  goTo("deepSleep");
                },
                () -> {
                  say("does not sleep deeply after all");
                  become("Retake");
                }));

    label("deepSleep", "M4");
    say("is woken from its deep sleep");
    await(sched.sysmonnote);
    goTo("awake");

    or(StepKind.ENVIRONMENT, "timeout", "M4");
    say("wakes up from its deep sleep: the time is over");
    goTo("awake");

    label(StepKind.POLLING, "awake", "M5");
    say("ends its deep sleep");
    locked(
        () -> {
          set(sched.sysmonwait, false);
          set(sched.sysmonnote, false);
        });
    become("Retake");
  }

  private Bool quietWorld() {
    return sched.gcwaiting.or(npidle().is(state.processors()));
  }
}

package psyscall.spec.runtime;

import psyscall.spec.expr.Bool;
import psyscall.spec.process.StepKind;
import psyscall.spec.state.Feature;
import psyscall.spec.state.RuntimeState;

/// Sysmon's loop: it sleeps, deeply while the world stops or all Ps are idle, and retakes.
///
/// How long it sleeps is not modelled. The poller, the forced garbage collection and scavenging are
/// left out; the forced collection would bring H4 with it.
final class Sysmon extends RuntimeProcedure {
  Sysmon(RuntimeState state) {
    super(state, "sysmon", "sysmon's loop: it sleeps and retakes");
  }

  @Override
  protected void body() {
    label(StepKind.POLLING, "usleep", "M1");
    say("wakes up from a short sleep");
    if (state.has(Feature.DEEP_SLEEP)) {
      when(quietWorld(), () -> goTo("test"));
    }
    become("Retake");

    if (!state.has(Feature.DEEP_SLEEP)) {
      return;
    }
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

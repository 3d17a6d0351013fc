package psyscall.spec.runtime;

import java.util.List;
import psyscall.spec.expr.Id;
import psyscall.spec.release.Change;
import psyscall.spec.state.Feature;
import psyscall.spec.state.G;
import psyscall.spec.state.P;
import psyscall.spec.state.RuntimeState;

/// A procedure that queues a goroutine for its own P, and sees to it that somebody runs it.
abstract class Submitter extends RuntimeProcedure {
  private final Wakep wakep;

  Submitter(RuntimeState state, Wakep wakep, String file, String function, String summary) {
    super(state, file, function, summary);
    this.wakep = wakep;
  }

  /// `runqput` with `next`: the goroutine runs next on the P, and who was to run next is queued.
  final void runqput(Id<P> q, Id<G> gp) {
    if (!state.has(Feature.RUNNEXT)) {
      add(p.runq.of(q), gp);
      return;
    }
    ifSome(p.runnext().of(q), kicked -> add(p.runq.of(q), kicked), () -> {});
    set(p.runnext().of(q), gp);
  }

  /// Who has queued a goroutine for its own P has somebody woken who looks for work, unless
  /// somebody looks or no P is idle; then it goes on in user code.
  final void wakeForIt() {
    Runnable wake = () -> call(wakep, List.of(), new Exit(RETURN, () -> become("UserCode")));
    if (has(Change.WAKEP_LOOKS)) {
      wake.run();
      return;
    }
    label("wakep", "");
    when(
        isWakeUpDue(),
        () -> {
          say("sees an idle P that could run it");
          wake.run();
        },
        () -> {
          say("sees that nobody need be woken for it");
          become("UserCode");
        });
  }
}

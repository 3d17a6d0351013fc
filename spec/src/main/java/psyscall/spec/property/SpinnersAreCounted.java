package psyscall.spec.property;

import psyscall.spec.expr.Int;
import psyscall.spec.state.M;
import psyscall.spec.state.RuntimeState;

/// nmspinning counts the spinning threads and the spinning starts under way (W5).
final class SpinnersAreCounted {
  static final String NAME = "spinners-are-counted";

  private SpinnersAreCounted() {}

  static Property of(RuntimeView view) {
    RuntimeState s = view.state();
    Int flags = M.IDS.count(m -> s.m.spinning.of(m));
    Int underway = view.count("Startm.spinning").plus(view.count("Newm.spinning"));
    return new Property.Always(
        new Property.About(
            NAME,
            "nmspinning is the number of spinning threads and of spinning starts under way",
            "who submits work wakes nobody while it is not zero",
            view.cite("W5, S16", "resetspinning")),
        view.whileRunning(s.sched.nmspinning.is(flags.plus(underway))).term());
  }
}

package psyscall.spec.property;

import java.util.List;
import psyscall.spec.expr.Bool;
import psyscall.spec.expr.IdSet;
import psyscall.spec.expr.Int;
import psyscall.spec.state.P;
import psyscall.spec.state.RuntimeState;
import psyscall.spec.term.Term;

/// A P goes to the idle list only while nothing waits for it (rule S9).
final class IdleOnlyWithNothingToDo {
  static final String NAME = "idle-only-with-nothing-to-do";

  private IdleOnlyWithNothingToDo() {}

  static Property of(RuntimeView view) {
    RuntimeState s = view.state();
    IdSet<P> after = new IdSet<>(new Term.Next(s.sched.pidle.elements().term()));
    Bool stopping = new Bool(new Term.Next(s.sched.gcwaiting.term()));
    Int queued = new Int(new Term.Next(s.sched.runq.size().term()));
    Bool starting = new Bool(new Term.StepOf(List.of("StartTheWorld")));
    Bool claim =
        P.IDS.forAll(
            q -> {
              Bool enters = s.sched.pidle.has(q).not().and(after.has(q));
              Bool owes = new Bool(new Term.Next(s.p.runSafePointFn.of(q).term()));
              Bool nothing = Bool.all(stopping.not(), owes.not(), queued.is(0));
              return enters.implies(starting.or(nothing));
            });
    return new Property.OnStep(
        new Property.About(
            NAME,
            "when a P has entered the idle list, the world does not stop, the P owes no safe-point"
                + " function and the global queue is empty; start-the-world excepted",
            "exitsyscall0 puts its G into the global queue without waking anybody, because of this",
            view.cite("S9", "handoffp")),
        claim.term());
  }
}

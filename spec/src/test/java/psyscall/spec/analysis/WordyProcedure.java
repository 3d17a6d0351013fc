package psyscall.spec.analysis;

import psyscall.spec.expr.Arr;
import psyscall.spec.expr.Id;
import psyscall.spec.expr.Sym;
import psyscall.spec.expr.Type;
import psyscall.spec.process.Ending;
import psyscall.spec.process.Procedure;
import psyscall.spec.process.StepKind;
import psyscall.spec.term.Term;
import psyscall.spec.term.Var;
import psyscall.spec.toy.Declared;
import psyscall.spec.toy.TinyScheduler.P;
import psyscall.spec.toy.TinyScheduler.Status;

/// A procedure with lines that are too long.
final class WordyProcedure extends Procedure {
  private static final Type<Arr<P, Sym<Status>>> STATUSES = P.IDS.array(Sym.of(Status.class));

  private final Arr<P, Sym<Status>> status =
      STATUSES.of(new Term.Read(new Var("p.status", STATUSES.sort(), Var.Role.FIELD)));

  WordyProcedure() {
    super(
        "wordy",
        "Has a long condition, a long check and a summary that says more of it than there is room"
            + " for.",
        Declared.MODEL);
  }

  private Sym<Status> of(Id<P> p) {
    return status.of(p);
  }

  @Override
  protected void body() {
    Sym<Status> mine = of(self(P.IDS));
    label(StepKind.ENVIRONMENT, "wait", "W1");
    await(
        mine.is(Status.Pidle)
            .and(mine.is(Status.Pgcstop).or(mine.is(Status.Psyscall)))
            .and(mine.is(Status.Prunning))
            .and(mine.is(Status.Pidle).not()));
    check(
        mine.is(Status.Prunning).and(status.of(self(P.IDS)).is(Status.Pgcstop).not()),
        Ending.thrown("wordy", "a throw with so many words that they do not fit on the line"));
    forAll(
        P.IDS,
        p -> of(p).in(Status.Pgcstop, Status.Psyscall, Status.Prunning),
        this::of,
        p ->
            of(p)
                .is(Status.Pgcstop)
                .choose(
                    Sym.of(Status.class),
                    of(p).constant(Status.Pidle),
                    of(p).constant(Status.Pgcstop)));
  }
}

package psyscall.checker.toy;

import psyscall.spec.expr.Bool;
import psyscall.spec.expr.Int;
import psyscall.spec.process.Procedure;
import psyscall.spec.process.StepKind;
import psyscall.spec.property.Property;
import psyscall.spec.term.Var;

/// A worker that waits for help, and a poller that goes round for ever.
///
/// @param toy the system
/// @param noDeadlock nobody waits for ever
/// @param helped when all is quiet, the worker does not wait
/// @param canBeHelped a worker that waits can be helped
public record Poller(Toy toy, Property noDeadlock, Property helped, Property canBeHelped) {

  /// The poller never sees that the worker waits: the worker is stuck, though a step is possible in
  /// every state.
  ///
  /// @return a toy with a deadlock
  public static Poller blind() {
    return of("blind poller", 2, false);
  }

  /// The poller helps in its last round: rounds before it bring no news, and yet no state in which
  /// the worker waits is quiet.
  ///
  /// @param rounds how many rounds it takes, at least 1
  /// @return a toy without a deadlock
  public static Poller seeing(int rounds) {
    return of("seeing poller", rounds, true);
  }

  private static Poller of(String name, int rounds, boolean helps) {
    Toy.Field<Bool> waiting = Toy.Field.of("waiting", Bool.TYPE, Var.Role.FIELD);
    Toy.Field<Int> round = Toy.Field.of("round", Int.range(0, rounds), Var.Role.POLLED);
    Toy toy =
        Toy.draft(name)
            .field(waiting)
            .field(round)
            .process(new Work(waiting.handle()))
            .poller(new Look(waiting.handle(), round.handle(), rounds, helps))
            .build();
    Bool waits = waiting.handle();
    return new Poller(
        toy,
        new Property.DeadlockFree(Toy.about("no-deadlock"), toy.at("work", "work.finished").term()),
        new Property.Quiet(Toy.about("helped"), waits.not().term()),
        new Property.Possible(Toy.about("can-be-helped"), waits.term(), waits.not().term()));
  }

  private static final class Work extends Procedure {
    private final Bool waiting;

    Work(Bool waiting) {
      super("work", "asks for help, once", Toy.SOURCE);
      this.waiting = waiting;
    }

    @Override
    protected void body() {
      label(StepKind.ENVIRONMENT, "begin", "");
      label("ask", "");
      set(waiting, true);
      label("wait", "");
      await(waiting.not());
      label("finished", "");
      await(Bool.FALSE);
    }
  }

  private static final class Look extends Procedure {
    private final Bool waiting;
    private final Int round;
    private final int rounds;
    private final boolean helps;

    Look(Bool waiting, Int round, int rounds, boolean helps) {
      super("look", "goes round", Toy.SOURCE);
      this.waiting = waiting;
      this.round = round;
      this.rounds = rounds;
      this.helps = helps;
    }

    @Override
    protected void body() {
      label(StepKind.POLLING, "next", "");
      when(
          round.lessThan(rounds),
          () -> {
            set(round, round.plus(1));
            goTo("next");
          });
      label(StepKind.POLLING, "again", "");
      set(round, 0);
      if (helps) {
        set(waiting, false);
      }
      goTo("next");
    }
  }
}

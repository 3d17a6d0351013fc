package psyscall.checker.toy;

import psyscall.spec.expr.Bool;
import psyscall.spec.process.Procedure;
import psyscall.spec.process.StepKind;
import psyscall.spec.property.Property;
import psyscall.spec.term.Var;

/// A consumer that goes to sleep when there is no work, a producer that wakes it if it sleeps, and
/// a user program that can move in every state, so that no state is without steps.
///
/// @param toy the system
/// @param workIsDone when all is quiet, no work is left: violated if the consumer does not look
///   again after it announced its sleep
/// @param noDeadlock no deadlock: holds in any case, since the user can always move
public record LostWakeup(Toy toy, Property workIsDone, Property noDeadlock) {

  /// The consumer sleeps without a second look.
  ///
  /// @return a toy that loses a wake-up
  public static LostWakeup broken() {
    return of("lost wake-up", false);
  }

  /// The consumer looks again after it announced its sleep.
  ///
  /// @return a toy that does not
  public static LostWakeup repaired() {
    return of("kept wake-up", true);
  }

  private static LostWakeup of(String name, boolean looksAgain) {
    Shared shared =
        new Shared(
            Toy.Field.of("work", Bool.TYPE, Var.Role.FIELD),
            Toy.Field.of("asleep", Bool.TYPE, Var.Role.FIELD));
    Toy toy =
        Toy.draft(name)
            .field(shared.work)
            .field(shared.asleep)
            .process(new Consume(shared, looksAgain))
            .process(new Produce(shared))
            .process(new UserCode())
            .build();
    Bool done = shared.work.handle().not();
    return new LostWakeup(
        toy,
        new Property.Quiet(Toy.about("work-is-done"), done.term()),
        new Property.DeadlockFree(Toy.about("no-deadlock"), Bool.FALSE.term()));
  }

  private record Shared(Toy.Field<Bool> work, Toy.Field<Bool> asleep) {}

  private static final class Consume extends Procedure {
    private final Bool work;
    private final Bool asleep;
    private final boolean looksAgain;

    Consume(Shared shared, boolean looksAgain) {
      super("consume", "does the work, or sleeps", Toy.SOURCE);
      this.work = shared.work.handle();
      this.asleep = shared.asleep.handle();
      this.looksAgain = looksAgain;
    }

    @Override
    protected void body() {
      label("look", "");
      when(
          work,
          () -> {
            set(work, false);
            goTo("look");
          });
      label("sleep", "");
      set(asleep, true);
      if (looksAgain) {
        label("lookAgain", "");
        when(
            work,
            () -> {
              set(asleep, false);
              goTo("look");
            });
      }
      label("wait", "");
      await(asleep.not());
      goTo("look");
    }
  }

  /// New work comes when the user wants; announcing it is the system's business.
  private static final class Produce extends Procedure {
    private final Bool work;
    private final Bool asleep;

    Produce(Shared shared) {
      super("produce", "makes work and wakes who sleeps", Toy.SOURCE);
      this.work = shared.work.handle();
      this.asleep = shared.asleep.handle();
    }

    @Override
    protected void body() {
      label(StepKind.ENVIRONMENT, "begin", "");
      await(work.not());
      label("put", "");
      set(work, true);
      label("wake", "");
      set(asleep, false);
      goTo("begin");
    }
  }

  private static final class UserCode extends Procedure {
    UserCode() {
      super("user", "computes", Toy.SOURCE);
    }

    @Override
    protected void body() {
      label(StepKind.ENVIRONMENT, "compute", "");
      goTo("compute");
    }
  }
}

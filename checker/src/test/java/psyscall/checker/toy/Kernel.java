package psyscall.checker.toy;

import psyscall.spec.expr.Bool;
import psyscall.spec.process.Procedure;
import psyscall.spec.process.StepKind;
import psyscall.spec.property.Property;
import psyscall.spec.term.Var;

/// A thread in the kernel, and a stopper that wants its processor back.
///
/// @param toy the system
/// @param canStop once asked for, the stop can be reached though the kernel does not return
public record Kernel(Toy toy, Property canStop) {

  /// The processor is taken away from a thread in the kernel.
  ///
  /// @return a toy that can always stop
  public static Kernel handingOff() {
    return of("handing off", true);
  }

  /// The stopper waits until the thread comes back.
  ///
  /// @return a toy that cannot stop while the kernel is silent
  public static Kernel waiting() {
    return of("waiting for the kernel", false);
  }

  private static Kernel of(String name, boolean takesAway) {
    Fields fields =
        new Fields(
            Toy.Field.of("asked", Bool.TYPE, Var.Role.FIELD),
            Toy.Field.of("held", Bool.TYPE, Var.Role.FIELD),
            Toy.Field.of("stopped", Bool.TYPE, Var.Role.FIELD));
    Toy toy =
        Toy.draft(name)
            .field(fields.asked)
            .field(fields.held)
            .field(fields.stopped)
            .process(new Calls(fields))
            .process(new Stop(fields, takesAway))
            .build();
    return new Kernel(
        toy,
        new Property.Possible(
            Toy.about("can-stop"), fields.asked.handle().term(), fields.stopped.handle().term()));
  }

  private record Fields(Toy.Field<Bool> asked, Toy.Field<Bool> held, Toy.Field<Bool> stopped) {}

  private static final class Calls extends Procedure {
    private final Fields fields;

    Calls(Fields fields) {
      super("calls", "enters the kernel again and again", Toy.SOURCE);
      this.fields = fields;
    }

    @Override
    protected void body() {
      label(StepKind.ENVIRONMENT, "user", "");
      label("enter", "");
      await(fields.asked.handle().not());
      set(fields.held.handle(), true);
      label(StepKind.ENVIRONMENT, "kernel", "");
      label("leave", "");
      set(fields.held.handle(), false);
      goTo("user");
    }
  }

  private static final class Stop extends Procedure {
    private final Fields fields;
    private final boolean takesAway;

    Stop(Fields fields, boolean takesAway) {
      super("stop", "stops the world once", Toy.SOURCE);
      this.fields = fields;
      this.takesAway = takesAway;
    }

    @Override
    protected void body() {
      label(StepKind.ENVIRONMENT, "begin", "");
      set(fields.asked.handle(), true);
      label("take", "");
      if (takesAway) {
        set(fields.held.handle(), false);
      } else {
        await(fields.held.handle().not());
      }
      set(fields.stopped.handle(), true);
      label("start", "");
      set(fields.asked.handle(), false);
      set(fields.stopped.handle(), false);
      goTo("begin");
    }
  }
}

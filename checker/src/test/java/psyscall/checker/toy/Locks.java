package psyscall.checker.toy;

import psyscall.spec.expr.Arr;
import psyscall.spec.expr.Bool;
import psyscall.spec.expr.Id;
import psyscall.spec.expr.Ids;
import psyscall.spec.process.Procedure;
import psyscall.spec.property.Property;
import psyscall.spec.term.Var;

/// Threads that take a lock, either in one step or by looking first and storing later.
///
/// @param toy the system
/// @param exclusion at most one thread is inside
public record Locks(Toy toy, Property exclusion) {
  /// The marker type of the threads.
  public interface T {}

  private static final Ids<T> IDS = Ids.of("T");

  /// A lock that is taken in one step: never two inside.
  ///
  /// @param threads how many
  /// @return the toy
  public static Locks atomic(int threads) {
    return of("atomic lock", threads, true);
  }

  /// A lock that is looked at and then taken: with two threads or more, two are inside after 4
  /// steps.
  ///
  /// @param threads how many
  /// @return the toy
  public static Locks split(int threads) {
    return of("split lock", threads, false);
  }

  private static Locks of(String name, int threads, boolean atomic) {
    Toy.Field<Bool> taken = Toy.Field.of("taken", Bool.TYPE, Var.Role.FIELD);
    Toy.Field<Arr<T, Bool>> inside = Toy.Field.of("inside", IDS.array(Bool.TYPE), Var.Role.FIELD);
    Toy toy =
        Toy.draft(name + " " + threads)
            .field(taken)
            .field(inside)
            .each(IDS.sort(), threads, new Enter(taken.handle(), inside.handle(), atomic))
            .build();
    Bool one = IDS.count(t -> inside.handle().of(t)).lessThan(2);
    return new Locks(toy, new Property.Always(Toy.about("exclusion"), one.term()));
  }

  private static final class Enter extends Procedure {
    private final Bool taken;
    private final Arr<T, Bool> inside;
    private final boolean atomic;

    Enter(Bool taken, Arr<T, Bool> inside, boolean atomic) {
      super("enter", "takes the lock", Toy.SOURCE);
      this.taken = taken;
      this.inside = inside;
      this.atomic = atomic;
    }

    @Override
    protected void body() {
      Id<T> self = self(IDS);
      label("look", "");
      await(taken.not());
      if (!atomic) {
        label("take", "");
      }
      set(taken, true);
      set(inside.of(self), true);
      label("leave", "");
      set(taken, false);
      set(inside.of(self), false);
      goTo("look");
    }
  }
}

package psyscall.checker.toy;

import psyscall.spec.expr.Arr;
import psyscall.spec.expr.Id;
import psyscall.spec.expr.Ids;
import psyscall.spec.expr.Int;
import psyscall.spec.process.Procedure;
import psyscall.spec.term.Var;

/// Each of n individuals counts from 0 to a bound: `(bound+1)^n` states, `n·bound·(bound+1)^(n−1)`
/// transitions, depth `n·bound`, and one state without a step.
public final class Counters {
  /// The marker type of the individuals.
  public interface C {}

  static final Ids<C> IDS = Ids.of("C");

  private Counters() {}

  /// Counters of one size.
  ///
  /// @param individuals how many
  /// @param bound where they stop
  /// @return the toy
  public static Toy of(int individuals, int bound) {
    Toy.Field<Arr<C, Int>> count = count(bound);
    return Toy.draft("counters " + individuals + "x" + bound)
        .field(count)
        .each(IDS.sort(), individuals, new Count(count.handle(), bound))
        .build();
  }

  /// The counts.
  ///
  /// @param bound where they stop
  /// @return a handle on the variable
  public static Arr<C, Int> counts(int bound) {
    return count(bound).handle();
  }

  /// The individuals.
  ///
  /// @return their sort
  public static Ids<C> individuals() {
    return IDS;
  }

  private static Toy.Field<Arr<C, Int>> count(int bound) {
    return Toy.Field.of("count", IDS.array(Int.range(0, bound)), Var.Role.FIELD);
  }

  private static final class Count extends Procedure {
    private final Arr<C, Int> count;
    private final int bound;

    Count(Arr<C, Int> count, int bound) {
      super("count", "counts", Toy.SOURCE);
      this.count = count;
      this.bound = bound;
    }

    @Override
    protected void body() {
      Id<C> self = self(IDS);
      label("up", "");
      await(count.of(self).lessThan(bound));
      set(count.of(self), count.of(self).plus(1));
      goTo("up");
    }
  }
}

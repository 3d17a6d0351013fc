package psyscall.checker.toy;

import psyscall.spec.expr.Int;
import psyscall.spec.process.Ending;
import psyscall.spec.process.Procedure;
import psyscall.spec.property.Property;
import psyscall.spec.term.Var;

/// Counts to a bound and throws there, or ends early and well: a run that ended has no steps.
///
/// @param toy the system
/// @param neverThrows the run does not end in the throw
public record Thrower(Toy toy, Property neverThrows) {
  private static final Ending THROW = Ending.thrown("too-far", "counted too far");
  private static final Ending FINAL = new Ending("enough", Ending.Kind.FINAL, "counted enough");

  /// The toy: `2·bound + 2` states, of which `bound + 1` are ended.
  ///
  /// @param bound the count at which it throws
  /// @return the toy
  public static Thrower of(int bound) {
    Toy.Field<Int> count = Toy.Field.of("count", Int.range(0, bound), Var.Role.FIELD);
    Toy toy =
        Toy.draft("thrower " + bound)
            .field(count)
            .process(new Count(count.handle(), bound))
            .build();
    return new Thrower(
        toy, new Property.Always(Toy.about("never-throws"), toy.ended("too-far").not().term()));
  }

  private static final class Count extends Procedure {
    private final Int count;
    private final int bound;

    Count(Int count, int bound) {
      super("count", "counts", Toy.SOURCE);
      this.count = count;
      this.bound = bound;
    }

    @Override
    protected void body() {
      label("up", "");
      either(
          "on",
          new Case(
              "on",
              () -> {
                check(count.lessThan(bound), THROW);
                set(count, count.plus(1));
                goTo("up");
              }),
          new Case("end", () -> halt(FINAL)));
    }
  }
}

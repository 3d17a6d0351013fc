package psyscall.model.interpret;

import psyscall.model.behavior.Scalar;
import psyscall.model.behavior.Value;
import psyscall.spec.term.Bound;
import psyscall.spec.term.Sort;

/// What the bound variables in scope stand for: the innermost one and the others.
final class Bindings {
  /// Nothing is bound.
  static final Bindings NONE = new Bindings();

  private final Bound bound;
  private final Value value;
  private final Bindings outer;

  private Bindings() {
    this.bound = new Bound("nothing", Sort.TRUTH);
    this.value = Scalar.FALSE;
    this.outer = this;
  }

  private Bindings(Bound bound, Value value, Bindings outer) {
    this.bound = bound;
    this.value = value;
    this.outer = outer;
  }

  /// One more variable in scope; it hides an earlier binding of the same one.
  Bindings with(Bound added, Value meaning) {
    return new Bindings(added, meaning, this);
  }

  /// What a variable stands for.
  Value valueOf(Bound wanted) {
    for (Bindings at = this; at != NONE; at = at.outer) {
      if (at.bound == wanted) {
        return at.value;
      }
    }
    throw new ModelError("variable out of scope: name=" + wanted.name());
  }
}

package psyscall.model.emit;

import java.util.IdentityHashMap;
import psyscall.model.interpret.ModelError;
import psyscall.spec.term.Bound;

/// What the bound variables stand for at a place in the code; immutable.
public final class Scope {
  /// Nothing is bound.
  public static final Scope EMPTY = new Scope(new IdentityHashMap<>());

  private final IdentityHashMap<Bound, Binding> bindings;

  private Scope(IdentityHashMap<Bound, Binding> bindings) {
    this.bindings = bindings;
  }

  /// One more variable in scope.
  public Scope with(Bound bound, Binding binding) {
    IdentityHashMap<Bound, Binding> more = new IdentityHashMap<>(bindings);
    more.put(bound, binding);
    return new Scope(more);
  }

  /// What a variable stands for.
  public Binding of(Bound bound) {
    Binding binding = bindings.get(bound);
    if (binding == null) {
      throw new ModelError("variable out of scope: name=" + bound.name());
    }
    return binding;
  }
}

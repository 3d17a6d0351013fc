package psyscall.spec.term;

/// A variable bound by a quantifier, a choice, a match or a `let`; two are the same only if they
/// are the same object, so inlining never captures.
public final class Bound {
  private final String name;
  private final Sort sort;

  /// A fresh variable.
  ///
  /// @param name how it prints
  /// @param sort what it stands for
  public Bound(String name, Sort sort) {
    this.name = name;
    this.sort = sort;
  }

  /// How it prints.
  ///
  /// @return the name; not unique
  public String name() {
    return name;
  }

  /// What it stands for.
  ///
  /// @return the sort
  public Sort sort() {
    return sort;
  }

  @Override
  public String toString() {
    return name;
  }
}

package psyscall.model.emit;

import java.util.Optional;
import psyscall.spec.term.Check;
import psyscall.spec.term.CollectionTerm;
import psyscall.spec.term.Sort;
import psyscall.spec.term.Term;

/// Between which bounds a number surely lies, by how it is computed.
///
/// The sort of a term does not say that: a field of a record or an entry of an array that is
/// spelled out may hold any number until it is stored, and so may what is bound to such a value.
public final class NumberBounds {
  private NumberBounds() {}

  /// The bounds of a number.
  ///
  /// @param path the way from the term's value to the number
  /// @return empty if nothing is known
  public static Optional<Sort.Range> of(Term term, Path path) {
    return switch (term) {
      case Term.Literal t -> Optional.of(new Sort.Range(t.value(), t.value()));
      case Term.Read t when Path.sortAt(t.sort(), path) instanceof Sort.Range range ->
          Optional.of(range);
      case Term.Select t -> of(t.array(), path.after(new Path.Entry(new Index.Known(0))));
      case Term.FieldOf t -> of(t.struct(), path.after(new Path.Part(TermEmitter.field(t))));
      case Term.IfElse t -> either(of(t.then(), path), of(t.otherwise(), path));
      case Term.Match t -> either(of(t.some(), path), of(t.none(), path));
      case Term.With t -> either(of(t.array(), path), of(t.element(), path.rest()));
      case Term.Each t -> of(t.element(), path.rest());
      case Term.StructOf t -> of(t.fields().get(path.field()), path.rest());
      case Term.WithField t ->
          Check.struct(t).position(t.field()) == path.field()
              ? of(t.value(), path.rest())
              : of(t.struct(), path);
      case Term.Arithmetic t -> arithmetic(t);
      case CollectionTerm.Size t -> Optional.of(Check.range(t));
      case Term _ -> Optional.empty();
    };
  }

  private static Optional<Sort.Range> either(Optional<Sort.Range> one, Optional<Sort.Range> other) {
    return one.flatMap(a -> other.map(b -> (Sort.Range) Check.join(a, b)));
  }

  private static Optional<Sort.Range> arithmetic(Term.Arithmetic t) {
    Optional<Sort.Range> left = of(t.left(), Path.HERE);
    Optional<Sort.Range> right = of(t.right(), Path.HERE);
    boolean known =
        isWithin(Check.range(t.left()), left) && isWithin(Check.range(t.right()), right);
    return known ? Optional.of(Check.range(t)) : Optional.empty();
  }

  /// Whether bounds are known and lie within a range.
  public static boolean isWithin(Sort.Range range, Optional<Sort.Range> bounds) {
    return bounds.filter(b -> b.low() >= range.low() && b.high() <= range.high()).isPresent();
  }
}

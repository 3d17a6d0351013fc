package psyscall.spec.term;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Between which bounds a number surely lies, by how it is computed.
///
/// The sort of a term does not say that: a field of a record or an entry of an array that is
/// spelled out may hold any number until it is stored, and so may what is bound to such a value.
public final class NumberBounds {
  /// In a way, the step to an entry of an array, whichever it is.
  public static final int ENTRY = -1;

  private NumberBounds() {}

  /// The bounds of a number.
  ///
  /// @param number a term of a range
  /// @return empty if nothing is known
  public static Optional<Sort.Range> of(Term number) {
    return of(number, List.of());
  }

  /// The bounds of a number that is a part of a value.
  ///
  /// @param term the value
  /// @param way from the value to the number, outermost step first: the positions of fields, and
  ///   [#ENTRY]
  /// @return empty if nothing is known
  public static Optional<Sort.Range> of(Term term, List<Integer> way) {
    return switch (term) {
      case Term.Literal t -> Optional.of(new Sort.Range(t.value(), t.value()));
      case Term.Read t when sortAt(t.sort(), way) instanceof Sort.Range range -> Optional.of(range);
      case Term.Next t -> of(t.operand(), way);
      case Term.Select t -> of(t.array(), after(ENTRY, way));
      case Term.FieldOf t ->
          of(t.struct(), after(Check.struct(t.struct()).position(t.field()), way));
      case Term.IfElse t -> either(of(t.then(), way), of(t.otherwise(), way));
      case Term.Match t -> either(of(t.some(), way), of(t.none(), way));
      case Term.With t -> either(of(t.array(), way), of(t.element(), rest(way)));
      case Term.Each t -> of(t.element(), rest(way));
      case Term.StructOf t -> of(t.fields().get(way.getFirst()), rest(way));
      case Term.WithField t ->
          Check.struct(t).position(t.field()) == way.getFirst()
              ? of(t.value(), rest(way))
              : of(t.struct(), way);
      case Term.Arithmetic t -> arithmetic(t);
      case CollectionTerm.Size t -> Optional.of(Check.range(t));
      case Term _ -> Optional.empty();
    };
  }

  private static List<Integer> after(int outer, List<Integer> way) {
    List<Integer> longer = new ArrayList<>();
    longer.add(outer);
    longer.addAll(way);
    return longer;
  }

  private static List<Integer> rest(List<Integer> way) {
    return way.subList(1, way.size());
  }

  private static Sort sortAt(Sort whole, List<Integer> way) {
    Sort part = whole;
    for (int position : way) {
      part =
          part instanceof Sort.ArrayOf array
              ? array.element()
              : ((Sort.Struct) part).fields().get(position).sort();
    }
    return part;
  }

  private static Optional<Sort.Range> either(Optional<Sort.Range> one, Optional<Sort.Range> other) {
    return one.flatMap(a -> other.map(b -> (Sort.Range) Check.join(a, b)));
  }

  private static Optional<Sort.Range> arithmetic(Term.Arithmetic t) {
    boolean known =
        isWithin(Check.range(t.left()), of(t.left()))
            && isWithin(Check.range(t.right()), of(t.right()));
    return known ? Optional.of(Check.range(t)) : Optional.empty();
  }

  /// Whether bounds are known and lie within a range.
  ///
  /// @param range the range
  /// @param bounds what is known
  /// @return whether a number with these bounds surely is in the range
  public static boolean isWithin(Sort.Range range, Optional<Sort.Range> bounds) {
    return bounds.filter(b -> b.low() >= range.low() && b.high() <= range.high()).isPresent();
  }
}

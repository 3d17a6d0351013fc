package psyscall.spec.expr;

import java.util.Arrays;
import psyscall.spec.term.Check;
import psyscall.spec.term.Sort;
import psyscall.spec.term.Term;

/// A record value.
///
/// @param <R> a marker type: which record
/// @param term the term behind it
public record Rec<R>(Term term) implements Expr {
  /// Checks the sort.
  public Rec {
    Check.struct(term);
  }

  /// The sort of a record.
  ///
  /// @param <R> its marker type
  /// @param sort its fields
  /// @return the sort with its handle
  public static <R> Type<Rec<R>> of(Sort.Struct sort) {
    return new Type<>(sort, Rec::new);
  }

  /// A record of values.
  ///
  /// @param <R> its marker type
  /// @param sort its fields
  /// @param values one for each field, in order
  /// @return the record
  public static <R> Rec<R> make(Sort.Struct sort, Expr... values) {
    return new Rec<>(new Term.StructOf(sort, Arrays.stream(values).map(Expr::term).toList()));
  }

  /// A field of a record, typed.
  ///
  /// @param <R> which record
  /// @param <E> the handle of its values
  /// @param name the field's name
  /// @param type the sort of its values
  @SuppressWarnings("UnusedTypeParameter") // marks which record the field belongs to
  public record Field<R, E extends Expr>(String name, Type<E> type) {
    /// The field as a part of its record's sort.
    ///
    /// @return name and sort
    public Sort.Field sort() {
      return new Sort.Field(name, type.sort());
    }
  }

  /// A field.
  ///
  /// @param <E> the handle of its values
  /// @param field which
  /// @return its value
  public <E extends Expr> E get(Field<R, E> field) {
    return field.type().of(new Term.FieldOf(term, field.name()));
  }

  /// The record with one field replaced.
  ///
  /// @param <E> the handle of its values
  /// @param field which
  /// @param value the new value
  /// @return the new record
  public <E extends Expr> Rec<R> with(Field<R, E> field, E value) {
    return new Rec<>(new Term.WithField(term, field.name(), value.term()));
  }

  /// Equality.
  ///
  /// @param other another record of the same sort
  /// @return whether all fields are equal
  public Bool is(Rec<R> other) {
    return new Bool(new Term.Same(term, other.term));
  }
}

package psyscall.model.behavior;

import java.util.Collections;
import psyscall.spec.term.Sort;

/// What a term evaluates to and a state variable holds; immutable, compared by value.
///
/// A value does not know its sort: equal values of different sorts are equal, and printing asks for
/// the sort.
public sealed interface Value permits Scalar, IdSet, Queue, Memory, Array, Struct {

  /// The value that a variable of a sort has before the initial assignments: false, the first value
  /// of an enumeration, the number of least magnitude in range, the first individual, nil, empty,
  /// zero; for arrays and records the defaults of their parts.
  ///
  /// @param sort the sort
  /// @param world sizes of the id sorts that index arrays
  /// @return the default
  /// @throws IllegalArgumentException if an array is indexed by a sort without a size
  static Value defaultOf(Sort sort, World world) {
    return switch (sort) {
      case Sort.Truth _, Sort.Enumeration _, Sort.Individual _, Sort.Bits _ -> Scalar.of(0);
      case Sort.Range range -> Scalar.of(Math.max(range.low(), Math.min(0, range.high())));
      case Sort.Optional _ -> Scalar.NIL;
      case Sort.SetOf _ -> IdSet.EMPTY;
      case Sort.Queue _ -> Queue.EMPTY;
      case Sort.Memory _ -> Memory.ZERO;
      case Sort.ArrayOf array -> {
        Value element = defaultOf(array.element(), world);
        yield Array.of(Collections.nCopies(world.size(array.index()), element));
      }
      case Sort.Struct struct ->
          new Struct(struct.fields().stream().map(f -> defaultOf(f.sort(), world)).toList());
    };
  }

  /// The value as people read it: ids as sort name and index (`P1`), nil as `nil`, enumerations by
  /// name, sets as `{P0, P1}`, queues as `[G2, G0]`, words and addresses in hexadecimal, of a
  /// memory the bytes that are not zero.
  ///
  /// @param sort the sort that the value has
  /// @return its text, on one line
  default String format(Sort sort) {
    return Formatting.format(this, sort);
  }

  /// The number behind a scalar.
  ///
  /// @return truth as 0 or 1, an ordinal, a number, the bits of a word, an index, −1 for nil
  /// @throws IllegalStateException if this is not a scalar
  default long scalar() {
    if (this instanceof Scalar scalar) {
      return scalar.value();
    }
    throw new IllegalStateException("not a scalar: value=" + this);
  }
}

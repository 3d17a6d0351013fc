package psyscall.model.engine;

import psyscall.model.behavior.IdSet;
import psyscall.model.behavior.Scalar;
import psyscall.model.behavior.Value;
import psyscall.spec.term.Sort;

/// Answers and arguments as numbers, and back.
final class Numbers {
  private Numbers() {}

  /// The number of a value.
  ///
  /// @throws IllegalStateException if it is neither a scalar nor a set
  static long of(Value value) {
    return value instanceof IdSet set ? bits(set) : value.scalar();
  }

  private static long bits(IdSet set) {
    long bits = 0;
    for (int at = 0; at < set.size(); at++) {
      bits |= 1L << set.at(at);
    }
    return bits;
  }

  /// The value of a number.
  static Value value(long number, Sort sort) {
    return sort instanceof Sort.SetOf ? set(number) : Scalar.of(number);
  }

  /// The set of a number.
  static IdSet set(long number) {
    return IdSet.below(Long.SIZE).where(id -> (number >>> id & 1) != 0);
  }
}

package psyscall.model.packed;

import java.util.Arrays;

/// Among what a choice is made, as numbers; one object for all choices of an engine, to be looked
/// at while an answer is asked for. Never empty then.
///
/// An id is its index, a set has bit i for the id i, an alternative is its position.
public final class Pool {
  /// The number of all subsets of more does not fit.
  private static final int IDS_MAX = 62;

  private Kind kind = Kind.ALTERNATIVES;
  private long ids;
  private long count;
  private long[] values = new long[8];

  private enum Kind {
    /// The ids of a set.
    ELEMENTS,
    /// The subsets of a set; bit i of a position says whether the i-th id is in the subset.
    SUBSETS,
    /// Numbers.
    VALUES,
    /// Positions.
    ALTERNATIVES
  }

  /// A pool without candidates.
  public Pool() {}

  /// The candidates are the ids of a set.
  ///
  /// @param set bit i for the id i
  public void elements(long set) {
    kind = Kind.ELEMENTS;
    ids = set;
    count = Long.bitCount(set);
  }

  /// The candidates are the subsets of a set.
  ///
  /// @param set bit i for the id i
  /// @throws psyscall.model.interpret.ModelError if there are too many to be counted out
  public void subsets(long set) {
    int size = Long.bitCount(set);
    if (size > IDS_MAX) {
      throw Faults.of("subsets to enumerate: ids=" + size + ", limit=" + IDS_MAX);
    }
    kind = Kind.SUBSETS;
    ids = set;
    count = 1L << size;
  }

  /// The candidates are numbers that follow.
  public void none() {
    kind = Kind.VALUES;
    count = 0;
  }

  /// One more candidate; nothing happens if it is there already.
  ///
  /// @param value a number
  public void add(long value) {
    for (int at = 0; at < count; at++) {
      if (values[at] == value) {
        return;
      }
    }
    if (count == values.length) {
      values = Arrays.copyOf(values, 2 * values.length);
    }
    values[(int) count++] = value;
  }

  /// The candidates are alternatives.
  ///
  /// @param alternatives how many
  public void alternatives(int alternatives) {
    kind = Kind.ALTERNATIVES;
    count = alternatives;
  }

  /// How many there are.
  ///
  /// @return at least 1 while an answer is asked for
  public long count() {
    return count;
  }

  /// One of them.
  ///
  /// @param position from 0, below the count; ids and values in their order, the least id first
  /// @return the number
  public long at(long position) {
    return switch (kind) {
      case ELEMENTS -> Long.numberOfTrailingZeros(Long.expand(1L << position, ids));
      case SUBSETS -> Long.expand(position, ids);
      case VALUES -> values[(int) position];
      case ALTERNATIVES -> position;
    };
  }

  /// Where a candidate is.
  ///
  /// @param number one of them
  /// @return its position
  public long position(long number) {
    return switch (kind) {
      case ELEMENTS -> Long.bitCount(ids & ((1L << number) - 1));
      case SUBSETS -> Long.compress(number, ids);
      case VALUES -> {
        int at = 0;
        while (values[at] != number) {
          at++;
        }
        yield at;
      }
      case ALTERNATIVES -> number;
    };
  }

  /// All ids that are there to be chosen.
  ///
  /// @return bit i for the id i; of no meaning for alternatives
  public long ids() {
    return switch (kind) {
      case ELEMENTS, SUBSETS -> ids;
      case VALUES -> {
        long all = 0;
        for (int at = 0; at < count; at++) {
          all |= 1L << values[at];
        }
        yield all;
      }
      case ALTERNATIVES -> 0;
    };
  }
}

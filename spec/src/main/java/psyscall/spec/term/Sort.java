package psyscall.spec.term;

import java.util.List;

/// What values a term can have.
///
/// Id sorts ([Individual]) are scalarsets: ids can be compared for equality and quantified over,
/// and nothing else, so every specification is symmetric in them by construction and its rules run
/// over a fixed small world or over one that grows.
public sealed interface Sort {

  /// `true` or `false`.
  record Truth() implements Sort {}

  /// One of a closed list of names.
  ///
  /// @param name what the enumeration is called in messages
  /// @param values the names in order; their positions are the stored values
  record Enumeration(String name, List<String> values) implements Sort {
    /// Copies the values.
    public Enumeration {
      values = List.copyOf(values);
      if (values.isEmpty()) {
        throw new IllFormed("enumeration without values: name=" + name);
      }
    }

    /// The position of a value.
    ///
    /// @param value one of the names
    /// @return its position, from 0
    public int ordinal(String value) {
      int at = values.indexOf(value);
      if (at < 0) {
        throw new IllFormed(
            "unknown value: enumeration=" + name + ", value=" + value + ", values=" + values);
      }
      return at;
    }
  }

  /// A whole number between two bounds, both included; an assignment outside them ends the run.
  ///
  /// @param low the least value
  /// @param high the greatest value, not below `low`
  record Range(long low, long high) implements Sort {
    /// Checks the order of the bounds.
    public Range {
      if (low > high) {
        throw new IllFormed("empty range: low=" + low + ", high=" + high);
      }
    }
  }

  /// An id sort: a set of interchangeable individuals.
  ///
  /// @param name the sort's name; two id sorts are the same exactly when their names are
  record Individual(String name) implements Sort {}

  /// An id, or nil.
  ///
  /// @param of whose ids
  record Optional(Individual of) implements Sort {}

  /// A set of ids.
  ///
  /// @param of whose ids
  record SetOf(Individual of) implements Sort {}

  /// A first-in first-out queue of ids.
  ///
  /// @param of whose ids
  /// @param capacity the greatest length; an append beyond it ends the run
  record Queue(Individual of, int capacity) implements Sort {
    /// Checks the capacity.
    public Queue {
      if (capacity < 1) {
        throw new IllFormed("queue without room: capacity=" + capacity);
      }
    }
  }

  /// A machine word; signed and unsigned are a matter of the operation.
  ///
  /// @param width 1 to 64 bits; words of 8, 16, 32 and 64 bits go to and from memory
  record Bits(int width) implements Sort {
    /// Checks the width.
    public Bits {
      if (width < 1 || width > 64) {
        throw new IllFormed("word width: width=" + width + ", limit=1..64");
      }
    }
  }

  /// A total map from 64-bit addresses to bytes, zero at the start.
  record Memory() implements Sort {}

  /// One value for each individual.
  ///
  /// @param index the id sort that indexes it
  /// @param element the sort of each entry
  record ArrayOf(Individual index, Sort element) implements Sort {}

  /// Named values side by side.
  ///
  /// @param name what the record is called in messages
  /// @param fields its fields in order
  record Struct(String name, List<Field> fields) implements Sort {
    /// Copies the fields.
    public Struct {
      fields = List.copyOf(fields);
    }

    /// The position of a field.
    ///
    /// @param field the field's name
    /// @return its position, from 0
    public int position(String field) {
      for (int at = 0; at < fields.size(); at++) {
        if (fields.get(at).name().equals(field)) {
          return at;
        }
      }
      throw new IllFormed("unknown field: record=" + name + ", field=" + field);
    }
  }

  /// A field of a [Struct].
  ///
  /// @param name the field's name
  /// @param sort the sort of its values
  record Field(String name, Sort sort) {}

  /// `true` or `false`.
  Truth TRUTH = new Truth();

  /// Whether a value of sort `given` may stand where `wanted` is asked for: the same sort, or two
  /// ranges (their bounds are checked when a value is stored), or two arrays of such.
  ///
  /// @param wanted the sort that is asked for
  /// @param given the sort that is there
  /// @return whether it fits
  static boolean fits(Sort wanted, Sort given) {
    if (wanted instanceof Range && given instanceof Range) {
      return true;
    }
    if (wanted instanceof ArrayOf a && given instanceof ArrayOf b) {
      return a.index().equals(b.index()) && fits(a.element(), b.element());
    }
    return wanted.equals(given);
  }
}

package psyscall.proofs.encoding;

import java.util.List;
import psyscall.proofs.smt.Bytes;
import psyscall.proofs.smt.Truth;
import psyscall.proofs.smt.Word;

/// What a value is to a solver; which one a sort has does not depend on the value.
public sealed interface Image {

  /// A truth.
  ///
  /// @param truth the formula
  record Flag(Truth truth) implements Image {}

  /// A value of an enumeration by its position, an individual by its index, an optional id by its
  /// index or, for nil, by the number of individuals, or the bits of a machine word.
  ///
  /// @param word the formula
  record Code(Word word) implements Image {}

  /// A whole number as a two's complement.
  ///
  /// @param word the formula, just wide enough for both bounds
  /// @param low what it is never below
  /// @param high what it is never above
  record Numeral(Word word, long low, long high) implements Image {}

  /// A set.
  ///
  /// @param has for each individual whether it is in the set
  record Members(List<Truth> has) implements Image {
    /// Copies the truths.
    public Members {
      has = List.copyOf(has);
    }
  }

  /// A queue.
  ///
  /// @param slots the ids in order; those behind its length are individual 0
  /// @param length how many there are, unsigned
  record Line(List<Word> slots, Word length) implements Image {
    /// Copies the slots.
    public Line {
      slots = List.copyOf(slots);
    }
  }

  /// A memory.
  ///
  /// @param bytes the formula
  record Cells(Bytes bytes) implements Image {}

  /// An array.
  ///
  /// @param entries one for each individual
  record Row(List<Image> entries) implements Image {
    /// Copies the entries.
    public Row {
      entries = List.copyOf(entries);
    }

    /// The array with one entry replaced.
    ///
    /// @param index which
    /// @param entry its new image
    /// @return the changed array
    Row with(int index, Image entry) {
      List<Image> changed = new java.util.ArrayList<>(entries);
      changed.set(index, entry);
      return new Row(changed);
    }
  }

  /// A record.
  ///
  /// @param parts one for each field
  record Fields(List<Image> parts) implements Image {
    /// Copies the parts.
    public Fields {
      parts = List.copyOf(parts);
    }

    /// The record with one field replaced.
    ///
    /// @param position which
    /// @param part its new image
    /// @return the changed record
    Fields with(int position, Image part) {
      List<Image> changed = new java.util.ArrayList<>(parts);
      changed.set(position, part);
      return new Fields(changed);
    }
  }

  /// The truth behind a condition's image.
  ///
  /// @return the formula
  /// @throws IllegalStateException if it is no truth
  default Truth truth() {
    if (this instanceof Flag(Truth truth)) {
      return truth;
    }
    throw new IllegalStateException("not a truth: image=" + this);
  }

  /// The word behind an id, an enumeration, a number or a machine word.
  ///
  /// @return the formula
  /// @throws IllegalStateException if it is none of these
  default Word word() {
    return switch (this) {
      case Code(Word word) -> word;
      case Numeral(Word word, long _, long _) -> word;
      case Flag _, Members _, Line _, Cells _, Row _, Fields _ ->
          throw new IllegalStateException("not a word: image=" + this);
    };
  }
}

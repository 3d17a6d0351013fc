package psyscall.checker.reduction;

import psyscall.model.layout.Coding;
import psyscall.spec.term.Sort;

/// Whom the bits of a part of a state refer to.
///
/// @param kind how they refer
/// @param target the number of the individual 0 of the sort they refer to
/// @param detail of an id what its bits are more than its index; of a queue the bits of an element
record Meaning(Kind kind, int target, int detail) {
  /// How bits refer to individuals.
  enum Kind {
    /// Not at all.
    PLAIN,
    /// To one, or to none.
    ID,
    /// To some, a bit for each.
    SET,
    /// To some in order.
    QUEUE
  }

  private static final Meaning NOBODY = new Meaning(Kind.PLAIN, 0, 0);

  /// What the bits of a sort's values mean. Of a sort with one individual they are plain: nothing
  /// can be renamed.
  static Meaning of(Sort sort, Individuals individuals) {
    return switch (sort) {
      case Sort.Individual s -> to(s, Kind.ID, 0, individuals);
      case Sort.Optional s -> to(s.of(), Kind.ID, 1, individuals);
      case Sort.SetOf s -> to(s.of(), Kind.SET, 0, individuals);
      case Sort.Queue s ->
          to(s.of(), Kind.QUEUE, Coding.idBits(individuals.size(s.of())), individuals);
      case Sort.Truth _,
          Sort.Enumeration _,
          Sort.Range _,
          Sort.Bits _,
          Sort.Memory _,
          Sort.ArrayOf _,
          Sort.Struct _ ->
          NOBODY;
    };
  }

  private static Meaning to(
      Sort.Individual target, Kind kind, int detail, Individuals individuals) {
    return individuals.size(target) > 1
        ? new Meaning(kind, individuals.first(target), detail)
        : NOBODY;
  }

  boolean isPlain() {
    return kind == Kind.PLAIN;
  }

  /// Whether the bits refer to nobody and, if they are plain, are 0.
  boolean isNeutral(long bits) {
    return switch (kind) {
      case PLAIN, SET -> bits == 0;
      case ID -> bits < detail;
      case QUEUE -> bits == 1;
    };
  }

  /// The bits that refer to the new numbers of whom these refer to.
  ///
  /// @param bits not neutral
  /// @param renamed the new number of each individual
  long rename(long bits, int[] renamed) {
    return switch (kind) {
      case PLAIN -> bits;
      case ID -> renamed[target + (int) bits - detail] - target + detail;
      case SET -> renameSet(bits, target, renamed);
      case QUEUE -> renameQueue(bits, target, detail, renamed);
    };
  }

  static long renameSet(long bits, int target, int[] renamed) {
    long result = 0;
    for (long rest = bits; rest != 0; rest &= rest - 1) {
      result |= 1L << (renamed[target + Long.numberOfTrailingZeros(rest)] - target);
    }
    return result;
  }

  static long renameQueue(long bits, int target, int idBits, int[] renamed) {
    long id = (1L << idBits) - 1;
    long result = 0;
    int at = 0;
    for (long rest = bits; rest != 1; rest >>>= idBits) {
      result |= (long) (renamed[target + (int) (rest & id)] - target) << at;
      at += idBits;
    }
    return result | 1L << at;
  }
}

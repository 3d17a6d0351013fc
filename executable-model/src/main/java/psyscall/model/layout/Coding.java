package psyscall.model.layout;

import java.util.Arrays;
import psyscall.model.behavior.IdSet;
import psyscall.model.behavior.Queue;
import psyscall.model.behavior.Scalar;
import psyscall.model.behavior.Value;
import psyscall.model.behavior.World;
import psyscall.spec.term.Sort;

/// How values become bits.
///
/// | sort | width | stored |
/// | --- | --- | --- |
/// | truth | 1 | 0 or 1 |
/// | enumeration | bits for the number of values | the position |
/// | range | bits for the number of values | the number minus the least one |
/// | individual | bits for the number of individuals n | the index |
/// | optional | bits for n + 1 | the index plus 1; nil is 0 |
/// | set | n | bit i is individual i |
/// | queue | capacity · b + 1, b = bits for n, at least 1 | the ids, first one lowest, then a 1 |
/// | word | its width | itself |
///
/// "Bits for n" is the least number of bits that tell n values apart: 0 bits for one value. A
/// memory is not a scalar: see [Layout#memoryCells].
public final class Coding {
  private Coding() {}

  /// How many bits the values of a sort take.
  ///
  /// @param sort no array, no record, no memory
  /// @param world sizes of the id sorts
  /// @return 0 to 64
  /// @throws IllegalArgumentException if it takes more than 64, or if the sort is not a scalar one
  public static int width(Sort sort, World world) {
    return switch (sort) {
      case Sort.Truth _ -> 1;
      case Sort.Enumeration s -> bitsFor(s.values().size());
      case Sort.Range s -> Long.SIZE - Long.numberOfLeadingZeros(s.high() - s.low());
      case Sort.Individual s -> bitsFor(world.size(s));
      case Sort.Optional s -> bitsFor(world.size(s.of()) + 1L);
      case Sort.SetOf s -> checked(world.size(s.of()), sort);
      case Sort.Queue s -> queueWidth(s, world);
      case Sort.Bits s -> s.width();
      case Sort.Memory _, Sort.ArrayOf _, Sort.Struct _ -> throw notScalar(sort);
    };
  }

  /// There must be room for one element more than may be stored: an append is computed before it is
  /// refused.
  private static int queueWidth(Sort.Queue queue, World world) {
    int idBits = idBits(world.size(queue.of()));
    checked((queue.capacity() + 1L) * idBits + 1, queue);
    return queue.capacity() * idBits + 1;
  }

  private static int checked(long width, Sort sort) {
    if (width > Long.SIZE) {
      throw new IllegalArgumentException(
          "sort too wide for a word: sort=" + sort + ", width=" + width + ", limit=64");
    }
    return (int) width;
  }

  private static int bitsFor(long values) {
    return values <= 1 ? 0 : Long.SIZE - Long.numberOfLeadingZeros(values - 1);
  }

  /// How many bits an id takes in a queue.
  ///
  /// @param individuals how many individuals there are
  /// @return at least 1
  public static int idBits(int individuals) {
    return Math.max(1, bitsFor(individuals));
  }

  /// What is subtracted from a number before it is stored.
  ///
  /// @param sort any sort that is no array, record or memory
  /// @return the least number of a range, −1 of an optional id, else 0
  /// @throws IllegalArgumentException if the sort is not a scalar one
  public static long bias(Sort sort) {
    return switch (sort) {
      case Sort.Range s -> s.low();
      case Sort.Optional _ -> -1;
      case Sort.Truth _,
          Sort.Enumeration _,
          Sort.Individual _,
          Sort.SetOf _,
          Sort.Queue _,
          Sort.Bits _ ->
          0;
      case Sort.Memory _, Sort.ArrayOf _, Sort.Struct _ -> throw notScalar(sort);
    };
  }

  /// The bits of a value.
  ///
  /// @param value a value of the sort
  /// @param sort no array, no record, no memory
  /// @param world sizes of the id sorts
  /// @return what is stored, within the sort's width
  /// @throws IllegalArgumentException if the value is not one of the sort in this world
  public static long encode(Value value, Sort sort, World world) {
    int width = width(sort, world);
    long bits =
        switch (sort) {
          case Sort.SetOf _ -> set((IdSet) value);
          case Sort.Queue s -> queue((Queue) value, s, world);
          case Sort.Truth _,
              Sort.Enumeration _,
              Sort.Range _,
              Sort.Individual _,
              Sort.Optional _,
              Sort.Bits _ ->
              value.scalar() - bias(sort);
          case Sort.Memory _, Sort.ArrayOf _, Sort.Struct _ -> throw notScalar(sort);
        };
    Slot whole = new Slot(0, 0, width);
    if ((bits & ~whole.mask()) != 0 || !decode(bits, sort, world).equals(value)) {
      throw new IllegalArgumentException(
          "value outside its sort: value=" + value + ", sort=" + sort + ", width=" + width);
    }
    return bits;
  }

  private static long set(IdSet set) {
    return Arrays.stream(set.toArray()).filter(id -> id < Long.SIZE).map(id -> 1L << id).sum();
  }

  private static long queue(Queue queue, Sort.Queue sort, World world) {
    int idBits = idBits(world.size(sort.of()));
    if (queue.size() > sort.capacity()) {
      throw new IllegalArgumentException(
          "queue beyond its capacity: length=" + queue.size() + ", limit=" + sort.capacity());
    }
    long bits = 1L << (idBits * queue.size());
    for (int at = 0; at < queue.size(); at++) {
      bits |= queue.at(at) << (idBits * at);
    }
    return bits;
  }

  /// The value of some bits.
  ///
  /// @param bits what is stored for some value of the sort
  /// @param sort no array, no record, no memory
  /// @param world sizes of the id sorts
  /// @return the value
  /// @throws IllegalArgumentException if the sort is not a scalar one
  public static Value decode(long bits, Sort sort, World world) {
    return switch (sort) {
      case Sort.SetOf _ -> IdSet.below(Long.SIZE).where(id -> (bits >>> id & 1) != 0);
      case Sort.Queue s -> queue(bits, idBits(world.size(s.of())));
      case Sort.Truth _,
          Sort.Enumeration _,
          Sort.Range _,
          Sort.Individual _,
          Sort.Optional _,
          Sort.Bits _ ->
          Scalar.of(bits + bias(sort));
      case Sort.Memory _, Sort.ArrayOf _, Sort.Struct _ -> throw notScalar(sort);
    };
  }

  private static Queue queue(long bits, int idBits) {
    int length = (Long.SIZE - 1 - Long.numberOfLeadingZeros(bits)) / idBits;
    long[] ids = new long[length];
    for (int at = 0; at < length; at++) {
      ids[at] = (bits >>> (idBits * at)) & ((1L << idBits) - 1);
    }
    return Queue.of(ids);
  }

  private static IllegalArgumentException notScalar(Sort sort) {
    return new IllegalArgumentException("sort without a scalar coding: sort=" + sort);
  }
}

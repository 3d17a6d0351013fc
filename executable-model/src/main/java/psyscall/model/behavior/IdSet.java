package psyscall.model.behavior;

import java.util.Arrays;
import java.util.List;
import java.util.StringJoiner;
import java.util.function.LongPredicate;
import java.util.stream.LongStream;

/// A set of ids, in ascending order.
///
/// The ids below 64 are the bits of one word, those from 64 up a sorted array: small worlds pay one
/// machine word, and thread ids of a real system need no other class. Each set has exactly one such
/// form, so equality compares the two parts.
public final class IdSet implements Value {
  private static final int BITS = 64;
  private static final List<IdSet> SMALL =
      LongStream.range(0, 256).mapToObj(low -> new IdSet(low, new long[0])).toList();

  /// No ids.
  public static final IdSet EMPTY = SMALL.getFirst();

  private final long low;
  private final long[] high;
  private final int hash;

  private IdSet(long low, long[] high) {
    this.low = low;
    this.high = high;
    this.hash = 31 * Long.hashCode(low) + Arrays.hashCode(high);
  }

  private static IdSet from(long low, long[] high) {
    return high.length == 0 && low >= 0 && low < SMALL.size()
        ? SMALL.get((int) low)
        : new IdSet(low, high);
  }

  /// The set of some ids.
  ///
  /// @param ids ids from 0, in any order, repetitions allowed
  /// @return their set
  /// @throws IllegalArgumentException if an id is negative
  public static IdSet of(long... ids) {
    long low = 0;
    long[] high = EMPTY.high;
    for (long id : ids) {
      if (id < 0) {
        throw new IllegalArgumentException("id of a set: id=" + id + ", limit=0..");
      }
      if (id < BITS) {
        low |= 1L << id;
      } else {
        high = append(high, id);
      }
    }
    return from(low, Arrays.stream(high).sorted().distinct().toArray());
  }

  /// The set of one id.
  ///
  /// @param id the id, from 0
  /// @return the set of it alone
  public static IdSet single(long id) {
    return id >= 0 && id < BITS ? from(1L << id, EMPTY.high) : of(id);
  }

  /// The ids from 0 up.
  ///
  /// @param count how many, from 0
  /// @return the ids 0 to count−1
  public static IdSet below(int count) {
    long low = count >= BITS ? -1L : (1L << count) - 1;
    long[] high = count <= BITS ? EMPTY.high : new long[count - BITS];
    Arrays.setAll(high, at -> (long) BITS + at);
    return from(low, high);
  }

  private static long[] append(long[] ids, long id) {
    long[] longer = Arrays.copyOf(ids, ids.length + 1);
    longer[ids.length] = id;
    return longer;
  }

  /// How many ids it has.
  ///
  /// @return the number
  public int size() {
    return Long.bitCount(low) + high.length;
  }

  /// Whether it has no ids.
  ///
  /// @return whether it is empty
  public boolean isEmpty() {
    return low == 0 && high.length == 0;
  }

  /// Membership.
  ///
  /// @param id any number
  /// @return whether it is one of the ids
  public boolean contains(long id) {
    if (id >= 0 && id < BITS) {
      return (low >>> id & 1) != 0;
    }
    return high.length > 0 && Arrays.binarySearch(high, id) >= 0;
  }

  /// Whether all ids are in another set.
  ///
  /// @param other another set
  /// @return whether this is a subset of it
  public boolean isSubsetOf(IdSet other) {
    return (low & ~other.low) == 0 && Arrays.stream(high).allMatch(other::contains);
  }

  /// The id at a position in ascending order.
  ///
  /// @param position from 0, below the size
  /// @return the id
  /// @throws IndexOutOfBoundsException if there is no such position
  public long at(int position) {
    int lowCount = Long.bitCount(low);
    if (position >= lowCount) {
      return high[position - lowCount];
    }
    long rest = low;
    for (int skipped = 0; skipped < position; skipped++) {
      rest &= rest - 1;
    }
    return Long.numberOfTrailingZeros(rest);
  }

  /// The ids in ascending order.
  ///
  /// @return a fresh array
  public long[] toArray() {
    long[] ids = new long[size()];
    for (int at = 0; at < ids.length; at++) {
      ids[at] = at(at);
    }
    return ids;
  }

  /// The ids in either set.
  ///
  /// @param other another set
  /// @return the union
  public IdSet union(IdSet other) {
    if (other.high.length == 0) {
      return from(low | other.low, high);
    }
    return from(low | other.low, merged(high, other.high));
  }

  private static long[] merged(long[] left, long[] right) {
    long[] all = new long[left.length + right.length];
    int size = 0;
    int l = 0;
    int r = 0;
    while (l < left.length || r < right.length) {
      if (r == right.length || (l < left.length && left[l] < right[r])) {
        all[size++] = left[l++];
      } else {
        l += l < left.length && left[l] == right[r] ? 1 : 0;
        all[size++] = right[r++];
      }
    }
    return Arrays.copyOf(all, size);
  }

  /// The ids in both sets.
  ///
  /// @param other another set
  /// @return the intersection
  public IdSet intersection(IdSet other) {
    return from(low & other.low, kept(other::contains));
  }

  /// The ids in this set and not in the other.
  ///
  /// @param other another set
  /// @return the difference
  public IdSet difference(IdSet other) {
    return from(low & ~other.low, kept(id -> !other.contains(id)));
  }

  /// The ids that fulfil a condition.
  ///
  /// @param wanted asked once for each id, in ascending order
  /// @return the ids for which it says yes
  public IdSet where(LongPredicate wanted) {
    long lowKept = 0;
    for (long rest = low; rest != 0; rest &= rest - 1) {
      if (wanted.test(Long.numberOfTrailingZeros(rest))) {
        lowKept |= Long.lowestOneBit(rest);
      }
    }
    return from(lowKept, kept(wanted));
  }

  private long[] kept(LongPredicate wanted) {
    return high.length == 0 ? EMPTY.high : Arrays.stream(high).filter(wanted).toArray();
  }

  @Override
  public boolean equals(Object other) {
    return this == other
        || (other instanceof IdSet that && low == that.low && Arrays.equals(high, that.high));
  }

  @Override
  public int hashCode() {
    return hash;
  }

  @Override
  public String toString() {
    StringJoiner text = new StringJoiner(", ", "{", "}");
    for (int at = 0; at < size(); at++) {
      text.add(Long.toString(at(at)));
    }
    return text.toString();
  }
}

package psyscall.model.observe;

import java.util.Arrays;

/// Small numbers for the ids of a trace, which are any 64 bits: the first id gets 0, the next 1,
/// and a number that is given back is given out again before a new one. So what is known of an id
/// can lie in plain arrays.
///
/// Memory is asked for before it is taken. Open addressing: `keys[slot]` holds an id and
/// `numbers[slot]` its number plus one, 0 where the slot is free; at most half of the slots are
/// used.
public final class LongIndex {
  /// Of an id that has no number.
  public static final int NONE = -1;

  private static final int FIRST_SLOTS = 32;
  private static final int SLOTS_MAX = 1 << 30;
  private static final long MIX = 0x9e3779b97f4a7c15L;

  private final MemoryAllowance allowance;
  private long[] keys = new long[FIRST_SLOTS];
  private int[] numbers = new int[FIRST_SLOTS];
  private int shift = Long.numberOfLeadingZeros(FIRST_SLOTS) + 1;
  private long[] ids = new long[FIRST_SLOTS / 2];
  private int[] free = new int[FIRST_SLOTS / 2];
  private int freeCount;
  private int given;

  /// An index without ids.
  ///
  /// @param allowance asked whenever the index grows; the first few hundred bytes are not counted
  public LongIndex(MemoryAllowance allowance) {
    this.allowance = allowance;
  }

  /// The number of an id.
  ///
  /// @param id any 64 bits
  /// @return its number, or [#NONE]
  public int of(long id) {
    int mask = numbers.length - 1;
    int slot = slot(id);
    while (numbers[slot] != 0) {
      if (keys[slot] == id) {
        return numbers[slot] - 1;
      }
      slot = (slot + 1) & mask;
    }
    return NONE;
  }

  /// The number of an id, which gets one if it has none.
  ///
  /// @param id any 64 bits
  /// @param position the byte of the file that names it
  /// @return its number, below [#bound]
  /// @throws TraceFault if the index would grow over the allowance
  public int add(long id, long position) throws TraceFault {
    int known = of(id);
    if (known != NONE) {
      return known;
    }
    if (freeCount == 0 && given == ids.length) {
      grow(position);
    }
    int number = freeCount > 0 ? free[--freeCount] : given++;
    ids[number] = id;
    place(id, number + 1);
    return number;
  }

  /// Takes the number of an id back, so that another may get it.
  ///
  /// @param id any 64 bits; nothing happens if it has no number
  public void remove(long id) {
    int mask = numbers.length - 1;
    int slot = slot(id);
    while (numbers[slot] != 0 && keys[slot] != id) {
      slot = (slot + 1) & mask;
    }
    if (numbers[slot] == 0) {
      return;
    }
    free[freeCount++] = numbers[slot] - 1;
    numbers[slot] = 0;
    // Whoever stands behind only because this slot was taken moves up.
    int hole = slot;
    for (int at = (slot + 1) & mask; numbers[at] != 0; at = (at + 1) & mask) {
      int wanted = slot(keys[at]);
      if (((at - wanted) & mask) >= ((at - hole) & mask)) {
        keys[hole] = keys[at];
        numbers[hole] = numbers[at];
        numbers[at] = 0;
        hole = at;
      }
    }
  }

  /// The id that has a number.
  ///
  /// @param number one that [#add] gave and that was not taken back
  /// @return the id
  public long id(int number) {
    return ids[number];
  }

  /// How many ids have a number.
  ///
  /// @return 0 or more
  public int size() {
    return given - freeCount;
  }

  /// Up to where numbers go.
  ///
  /// @return one more than the largest number ever given
  public int bound() {
    return given;
  }

  /// Takes all numbers back; the memory is kept.
  public void clear() {
    Arrays.fill(numbers, 0);
    given = 0;
    freeCount = 0;
  }

  private int slot(long id) {
    return (int) (((id ^ (id >>> 32)) * MIX) >>> shift);
  }

  private void place(long id, int numberPlusOne) {
    int mask = numbers.length - 1;
    int slot = slot(id);
    while (numbers[slot] != 0) {
      slot = (slot + 1) & mask;
    }
    keys[slot] = id;
    numbers[slot] = numberPlusOne;
  }

  private void grow(long position) throws TraceFault {
    long slots = numbers.length;
    // A slot is 12 bytes, and each two of them have an id and a place in the list of free ones.
    allowance.take(slots < SLOTS_MAX ? 2 * slots * 18 : Long.MAX_VALUE, position);
    long[] oldKeys = keys;
    int[] oldNumbers = numbers;
    keys = new long[numbers.length * 2];
    numbers = new int[oldNumbers.length * 2];
    shift--;
    ids = Arrays.copyOf(ids, ids.length * 2);
    free = Arrays.copyOf(free, free.length * 2);
    for (int at = 0; at < oldNumbers.length; at++) {
      if (oldNumbers[at] != 0) {
        place(oldKeys[at], oldNumbers[at]);
      }
    }
    if (slots > FIRST_SLOTS) {
      allowance.giveBack(slots * 18);
    }
  }
}

package psyscall.checker.store;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

/// The table of a [StateStore]: entries of 32 bits, found by hash; see there.
///
/// How many bits of an entry the number takes is chosen when the table is made; the others are the
/// tag. The slot comes from the upper bits of the hash and the tag from the lower ones. A single
/// array suffices for 2^29 states.
final class StateTable {
  /// How many slots a table has at first.
  static final int SLOTS_MIN = 1 << 14;

  /// In place of an entry.
  static final int FREE = 0;

  private static final VarHandle ENTRY = MethodHandles.arrayElementVarHandle(int[].class);
  private static final int AHEAD = 64;

  private final int[] entries;
  private final int numberMask;
  private final int numberBits;
  private long statesMax;

  /// A table without entries.
  ///
  /// @param slots how many entries fit
  /// @param numbersMax how many numbers there are
  StateTable(int slots, long numbersMax) {
    this.entries = new int[slots];
    this.numberBits = Long.SIZE - Long.numberOfLeadingZeros(numbersMax + 1);
    this.numberMask = (int) ((1L << numberBits) - 1);
    this.statesMax = slots / 4L * 3;
  }

  /// How many slots some states need, three quarters full.
  static long slotsFor(int states) {
    return Math.max(64, (states + 1L) * 4 / 3 + 4);
  }

  int slots() {
    return entries.length;
  }

  /// How many states it may hold.
  long statesMax() {
    return statesMax;
  }

  /// Allows it to be nine tenths full, where probing becomes slow: better than an end.
  ///
  /// @return whether that is more than before
  boolean stretch() {
    long more = entries.length / 10L * 9;
    boolean isMore = more > statesMax;
    statesMax = Math.max(statesMax, more);
    return isMore;
  }

  int slot(long hash) {
    return (int) Math.unsignedMultiplyHigh(hash, entries.length);
  }

  int next(int slot) {
    return slot + 1 == entries.length ? 0 : slot + 1;
  }

  /// The entry in a slot; what was written before it was published is seen.
  int at(int slot) {
    return (int) ENTRY.getAcquire(entries, slot);
  }

  int entry(long hash, int number) {
    return (int) hash << numberBits | (number + 1);
  }

  /// Whether an entry that is not free may be that of a state with a hash.
  boolean mayBe(int entry, long hash) {
    return (entry ^ (int) hash << numberBits) >>> numberBits == 0;
  }

  int number(int entry) {
    return (entry & numberMask) - 1;
  }

  /// Publishes an entry.
  ///
  /// @return [#FREE] if it was, or the entry that was faster
  int publish(int slot, int entry) {
    return (int) ENTRY.compareAndExchange(entries, slot, FREE, entry);
  }

  int find(StateStore store, long[] states, int at, long hash) {
    int slot = slot(hash);
    for (int entry = at(slot); entry != FREE; entry = at(slot)) {
      if (mayBe(entry, hash) && same(store, number(entry), states, at)) {
        return number(entry);
      }
      slot = next(slot);
    }
    return StateStore.NONE;
  }

  static boolean same(StateStore store, int number, long[] states, int at) {
    long[] chunk = store.chunk(number);
    int place = store.place(number);
    for (int word = 0; word < store.words(); word++) {
      if (chunk[place + word] != states[at + word]) {
        return false;
      }
    }
    return true;
  }

  /// Adds states that are distinct and not in the table; others may do so too. Hashes are computed
  /// some ahead, so that the memory accesses of several states overlap.
  void addAll(long[] chunk, int states, int firstNumber, int words) {
    long[] hashes = new long[AHEAD];
    for (int from = 0; from < states; from += AHEAD) {
      int count = Math.min(AHEAD, states - from);
      for (int i = 0; i < count; i++) {
        hashes[i] = StateStore.hash(chunk, (from + i) * words, words);
      }
      for (int i = 0; i < count; i++) {
        int slot = slot(hashes[i]);
        int entry = entry(hashes[i], firstNumber + from + i);
        while (at(slot) != FREE || publish(slot, entry) != FREE) {
          slot = next(slot);
        }
      }
    }
  }
}

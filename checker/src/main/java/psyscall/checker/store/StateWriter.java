package psyscall.checker.store;

/// Adds states to a [StateStore] for one thread.
///
/// It owns the chunk that it fills, and takes permissions to add states by the lot, so that threads
/// rarely meet.
public final class StateWriter extends Padded {
  /// What [#insert] says if there is no room, see [#refusal].
  public static final int REFUSED = Integer.MIN_VALUE;

  private static final int LEASE = 256;

  /// Why there is no room.
  public enum Refusal {
    /// There is.
    NONE,
    /// The table must grow, or the greatest number of states is reached.
    ROOM,
    /// There is no memory for another chunk.
    MEMORY
  }

  private final StateStore store;
  private long[] chunk = new long[0];
  private int chunkFirst = StateStore.NONE;
  private int filled = StateStore.CHUNK;
  private int lease;
  private long added;
  private long touched;
  private Refusal refusal = Refusal.NONE;

  StateWriter(StateStore store) {
    this.store = store;
  }

  /// Adds a state if it is new.
  ///
  /// @param states holds it
  /// @param at where it begins
  /// @param hash its [StateStore#hash]
  /// @return its number if it is new; the complement of its number, which is negative, if it is
  ///   known; [#REFUSED] if it is new and there is no room
  public int insert(long[] states, int at, long hash) {
    StateTable table = store.table();
    int slot = table.slot(hash);
    boolean written = false;
    while (true) {
      int entry = table.at(slot);
      if (entry == StateTable.FREE) {
        if (!written && !write(states, at)) {
          return REFUSED;
        }
        written = true;
        entry = table.publish(slot, table.entry(hash, chunkFirst + filled));
        if (entry == StateTable.FREE) {
          lease--;
          added++;
          return chunkFirst + filled++;
        }
      }
      if (table.mayBe(entry, hash) && StateTable.same(store, table.number(entry), states, at)) {
        return ~table.number(entry);
      }
      slot = table.next(slot);
    }
  }

  /// Writes a state at the next free place, where nobody sees it yet.
  private boolean write(long[] states, int at) {
    if (lease == 0) {
      lease = store.lease(LEASE);
      if (lease == 0) {
        refusal = Refusal.ROOM;
        return false;
      }
    }
    if (filled == StateStore.CHUNK) {
      int first = store.newChunk();
      if (first == StateStore.NONE) {
        refusal = Refusal.MEMORY;
        return false;
      }
      chunkFirst = first;
      chunk = store.chunk(first);
      filled = 0;
    }
    int words = store.words();
    int place = filled * words;
    for (int word = 0; word < words; word++) {
      chunk[place + word] = states[at + word];
    }
    return true;
  }

  /// Reads for each of some hashes the entry that [#insert] will look at first, and what is known
  /// of the state it names: the accesses overlap, and the lines are in the cache then. This is
  /// nearly half of the speed of a search whose states do not fit in a cache.
  ///
  /// @param hashes hashes of states that will be inserted
  /// @param count how many
  /// @param entries room for as many entries
  public void touch(long[] hashes, int count, int[] entries) {
    StateTable table = store.table();
    for (int i = 0; i < count; i++) {
      entries[i] = table.at(table.slot(hashes[i]));
    }
    long seen = touched;
    for (int i = 0; i < count; i++) {
      int entry = entries[i];
      if (entry != StateTable.FREE && table.mayBe(entry, hashes[i])) {
        int number = table.number(entry);
        seen += store.chunk(number)[store.place(number)];
      }
    }
    touched = seen;
  }

  /// Gives back what it may still add, when its thread stands still.
  ///
  /// @return why it was refused since it was settled last
  public Refusal settle() {
    store.giveBack(lease);
    lease = 0;
    Refusal last = refusal;
    refusal = Refusal.NONE;
    return last;
  }

  /// The number that its next new state will have, if that is in the same chunk as the last one.
  ///
  /// @return one above the last number; 0 before the first state
  public int next() {
    return chunkFirst == StateStore.NONE ? 0 : chunkFirst + filled;
  }

  /// How many states it has added.
  ///
  /// @return their number
  public long added() {
    return added;
  }

  boolean owns(int chunk) {
    return chunkFirst != StateStore.NONE && chunkFirst >>> StateStore.CHUNK_BITS == chunk;
  }

  int filled() {
    return filled;
  }
}

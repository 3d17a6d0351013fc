package psyscall.checker.store;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/// The distinct packed states that a search met.
///
/// States are dense: they stand one after the other in chunks and never move, so that a level of a
/// search is a few ranges of numbers. A table of numbers finds them by content; it is open
/// addressing with linear probing, three quarters full at most:
///
/// ```
/// chunk   [ state 0: words | state 1: words | ... | state 16383: words ]      one owner each
/// number    chunk << 14 | place in it
/// entry     0: free, or [ lower bits of the hash | number + 1 ]               32 bits
/// table   [ e | 0 | e | e | 0 | ... ]    at or after slot (hash * slots) >>> 64
/// ```
///
/// Full states are compared, never hashes alone; the bits of the hash save most of the comparisons
/// that would fail. A state costs `8 * words` bytes and its entry `4 / load`.
///
/// Several threads add states without locks, each through a [StateWriter] of its own, which owns
/// the chunk that it fills: it writes a state at its next free place, and then publishes it by a
/// compare-and-set of a free entry. If another was faster, the two states are compared; equal ones
/// are one, and the place is used for the next. So no state needs bits for being claimed or ready,
/// and there are unused numbers only at the ends of chunks. The table grows while all writers stand
/// still, from the states, on as many threads as there are writers.
public final class StateStore {
  /// In place of a number: no such state.
  public static final int NONE = -1;

  static final int CHUNK_BITS = 14;

  /// How many numbers a chunk has.
  public static final int CHUNK = 1 << CHUNK_BITS;

  private static final long GOLDEN = 0x9E3779B97F4A7C15L;
  private static final int GROWING_FAST_BELOW = 1 << 22;

  /// Below this a table is rebuilt by one thread.
  private static final int CHUNKS_SHARED_MIN = 32;

  private final int words;
  private final int statesMax;
  private final int writersMax;
  private final MemoryBudget budget;
  private final long[][] chunks;
  private final AtomicInteger chunkCount = new AtomicInteger();
  private final List<StateWriter> writers = new ArrayList<>();

  /// How many states may still be added before the table grows, or at all.
  private final AtomicInteger room = new AtomicInteger();

  private StateTable table;

  private StateStore(
      int words, int statesMax, int writersMax, MemoryBudget budget, StateTable table) {
    this.words = words;
    this.statesMax = statesMax;
    this.writersMax = writersMax;
    this.budget = budget;
    this.table = table;
    this.chunks = new long[(statesMax >>> CHUNK_BITS) + 1 + writersMax][];
    this.room.set((int) Math.min(statesMax, table.statesMax()));
  }

  /// A store without states.
  ///
  /// The table is made for the greatest number of states at once if the budget allows a small part
  /// of itself for that, and otherwise grows.
  ///
  /// @param words how many words a state has, at least 1
  /// @param statesMax the greatest number of states
  /// @param writersMax how many writers there will be at most
  /// @param budget what memory is asked from
  /// @return the store
  public static StateStore of(int words, int statesMax, int writersMax, MemoryBudget budget) {
    long whole = StateTable.slotsFor(statesMax);
    long first =
        whole * Integer.BYTES <= budget.limitBytes() / 4 && statesMax < 1 << 28
            ? whole
            : Math.min(whole, StateTable.SLOTS_MIN);
    budget.charge(first * Integer.BYTES);
    StateTable table = new StateTable((int) first, numbersMax((int) first, statesMax, writersMax));
    return new StateStore(words, statesMax, writersMax, budget, table);
  }

  private static long numbersMax(int slots, int statesMax, int writersMax) {
    return Math.min(statesMax, slots) + (long) writersMax * CHUNK;
  }

  /// A hash of a state, all of whose bits depend on all of the state's.
  ///
  /// @param states holds it
  /// @param at where it begins
  /// @param words how many words it has
  /// @return the hash
  public static long hash(long[] states, int at, int words) {
    long hash = words;
    for (int word = at; word < at + words; word++) {
      hash = (hash ^ states[word]) * GOLDEN;
      hash ^= hash >>> 32;
    }
    hash *= 0xD6E8FEB86659FD93L;
    return hash ^ hash >>> 32;
  }

  /// How many words a state has.
  ///
  /// @return at least 1
  public int words() {
    return words;
  }

  /// How many states there are: exact while no writer adds any.
  ///
  /// @return their number
  public long size() {
    long size = 0;
    for (StateWriter writer : writers) {
      size += writer.added();
    }
    return size;
  }

  /// Copies a state.
  ///
  /// @param number its number
  /// @param to where to
  /// @param at where it is to begin there
  public void copy(int number, long[] to, int at) {
    System.arraycopy(chunk(number), place(number), to, at, words);
  }

  /// The number of a state.
  ///
  /// @param states holds the state
  /// @param at where it begins
  /// @return its number, or [#NONE]
  public int find(long[] states, int at) {
    return table.find(this, states, at, hash(states, at, words));
  }

  /// Compares two states by content: word by word, unsigned.
  ///
  /// @param number the one's number
  /// @param other the other's number
  /// @return less than, equal to or greater than 0
  public int compare(int number, int other) {
    long[] one = chunk(number);
    long[] two = chunk(other);
    int oneAt = place(number);
    int twoAt = place(other);
    for (int word = 0; word < words; word++) {
      int order = Long.compareUnsigned(one[oneAt + word], two[twoAt + word]);
      if (order != 0) {
        return order;
      }
    }
    return 0;
  }

  /// How much memory states and table take, unused places included.
  ///
  /// @return bytes
  public long bytes() {
    return chunkCount.get() * chunkBytes() + (long) table.slots() * Integer.BYTES;
  }

  /// One above the greatest number in use: the length of a bit set over all states.
  ///
  /// @return at most `2^31 - 1`
  public int numbers() {
    return chunkCount.get() << CHUNK_BITS;
  }

  /// A writer for one thread.
  ///
  /// @return a fresh one
  /// @throws IllegalStateException if there are as many as were announced
  public StateWriter writer() {
    if (writers.size() == writersMax) {
      throw new IllegalStateException("too many writers: limit=" + writersMax);
    }
    StateWriter writer = new StateWriter(this);
    writers.add(writer);
    return writer;
  }

  /// Whether the greatest number of states is reached. Asked while all writers are settled.
  ///
  /// @return whether no state can be added any more
  public boolean isFull() {
    return size() >= statesMax;
  }

  /// Makes room in the table, while all writers are settled: a larger one, or if there is no memory
  /// for that the same one filled more.
  ///
  /// @return whether there is room now
  public boolean grow() {
    long size = size();
    if (size < table.statesMax()) {
      room.set((int) (Math.min(statesMax, table.statesMax()) - size));
      return size < statesMax;
    }
    long wanted = table.slots() < GROWING_FAST_BELOW ? 4L * table.slots() : 2L * table.slots();
    int slots = (int) Math.min(wanted, StateTable.slotsFor(statesMax));
    if (slots > table.slots() && budget.reserve((long) slots * Integer.BYTES)) {
      long old = (long) table.slots() * Integer.BYTES;
      table = rehashed(slots);
      budget.release(old);
    } else if (!table.stretch()) {
      return false;
    }
    room.set((int) (Math.min(statesMax, table.statesMax()) - size));
    return room.get() > 0;
  }

  private StateTable rehashed(int slots) {
    StateTable larger = new StateTable(slots, numbersMax(slots, statesMax, writersMax));
    AtomicInteger next = new AtomicInteger();
    Runnable share =
        () -> {
          int chunk = next.getAndIncrement();
          while (chunk < chunkCount.get()) {
            larger.addAll(chunks[chunk], filled(chunk), chunk << CHUNK_BITS, words);
            chunk = next.getAndIncrement();
          }
        };
    int helpers = chunkCount.get() < CHUNKS_SHARED_MIN ? 0 : writersMax - 1;
    List<CompletableFuture<Void>> shares = new ArrayList<>();
    try (ExecutorService threads = Executors.newThreadPerTaskExecutor(Thread::new)) {
      for (int helper = 0; helper < helpers; helper++) {
        shares.add(CompletableFuture.runAsync(share, threads));
      }
      share.run();
    }
    // A failure of a helper must not be lost: its states would be.
    shares.forEach(CompletableFuture::join);
    return larger;
  }

  private int filled(int chunk) {
    for (StateWriter writer : writers) {
      if (writer.owns(chunk)) {
        return writer.filled();
      }
    }
    return CHUNK;
  }

  StateTable table() {
    return table;
  }

  /// The words that hold a state, to be read only.
  ///
  /// @param number its number
  /// @return the words of its chunk
  public long[] chunk(int number) {
    return chunks[number >>> CHUNK_BITS];
  }

  /// Where a state begins in its [#chunk].
  ///
  /// @param number its number
  /// @return a position
  public int place(int number) {
    return (number & (CHUNK - 1)) * words;
  }

  /// Takes permission to add states.
  int lease(int wanted) {
    int before = room.getAndUpdate(now -> now - Math.min(now, wanted));
    return Math.min(before, wanted);
  }

  void giveBack(int lease) {
    room.addAndGet(lease);
  }

  /// The number of the first place of a new chunk, or [#NONE] if there is no memory for it.
  int newChunk() {
    if (!budget.reserve(chunkBytes())) {
      return NONE;
    }
    int chunk = chunkCount.getAndIncrement();
    chunks[chunk] = new long[CHUNK * words];
    return chunk << CHUNK_BITS;
  }

  private long chunkBytes() {
    return (long) CHUNK * words * Long.BYTES;
  }
}

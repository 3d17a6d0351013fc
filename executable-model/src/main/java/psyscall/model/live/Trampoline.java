package psyscall.model.live;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.util.Optional;

/// Executable memory with the [Listing] in it, and room for blocks on other pages.
///
/// For the thread that made it.
final class Trampoline implements AutoCloseable {
  /// How many vectors a call takes at most: their blocks stay in the cache.
  static final int BATCH = 256;

  private static final int PAGE_BYTES = 4096;
  private static final long BLOCKS_OFFSET = PAGE_BYTES + Listing.SLOTS_BYTES;
  private static final long BYTES =
      BLOCKS_OFFSET + (long) BATCH * Block.WORDS * Long.BYTES;

  private final Native c;
  private final MemorySegment memory;
  private final MethodHandle code;
  private final int syscallOffset;

  private Trampoline(Native c, MemorySegment memory, int syscallOffset) {
    this.c = c;
    this.memory = memory;
    this.code = c.code(memory.address());
    this.syscallOffset = syscallOffset;
  }

  /// Makes one.
  ///
  /// @param c how C is called
  /// @return a trampoline; empty if memory cannot be made executable
  static Optional<Trampoline> of(Native c) {
    Optional<MemorySegment> mapped = c.map(BYTES);
    if (mapped.isEmpty()) {
      return Optional.empty();
    }
    MemorySegment memory = mapped.orElseThrow();
    Listing listing = Listing.of(PAGE_BYTES);
    MemorySegment.copy(
        MemorySegment.ofArray(listing.code()), 0, memory, 0, listing.code().length);
    memory.set(ValueLayout.JAVA_LONG, PAGE_BYTES + Listing.ALL_SIGNALS, -1L);
    if (!c.protect(memory.address(), PAGE_BYTES)) {
      c.unmap(memory);
      return Optional.empty();
    }
    return Optional.of(new Trampoline(c, memory, listing.syscallOffset()));
  }

  /// Where the SYSCALL that is examined stands.
  ///
  /// @return its address
  long syscall() {
    return memory.address() + syscallOffset;
  }

  /// Executes vectors.
  ///
  /// @param words their blocks; gets what is in the registers after each call
  /// @param vectors how many, 1 to [#BATCH]
  void run(long[] words, int vectors) {
    int length = vectors * Block.WORDS;
    MemorySegment.copy(words, 0, memory, ValueLayout.JAVA_LONG, BLOCKS_OFFSET, length);
    try {
      code.invokeExact(memory.address() + BLOCKS_OFFSET, (long) vectors);
    } catch (Throwable e) {
      throw new IllegalStateException("trampoline that cannot be called", e);
    }
    MemorySegment.copy(memory, ValueLayout.JAVA_LONG, BLOCKS_OFFSET, words, 0, length);
  }

  @Override
  public void close() {
    c.unmap(memory);
  }
}

package psyscall.model.trampoline;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.util.Optional;

/// Executable memory with the [Listing] in it, and room for blocks on other pages.
///
/// For the thread that made it.
public final class Trampoline implements AutoCloseable {
  /// How many vectors a call takes at most: their blocks stay in the cache.
  public static final int BATCH = 256;

  private static final int PAGE_BYTES = 4096;
  private static final long BLOCKS_OFFSET = PAGE_BYTES + Listing.SLOTS_BYTES;
  private static final long BYTES = BLOCKS_OFFSET + (long) BATCH * Block.WORDS * Long.BYTES;

  private final Native c;
  private final MemorySegment memory;
  private final MethodHandle code;
  private final int examinedOffset;

  private Trampoline(Native c, MemorySegment memory, int examinedOffset) {
    this.c = c;
    this.memory = memory;
    this.code = c.code(memory.address());
    this.examinedOffset = examinedOffset;
  }

  /// Makes one.
  ///
  /// @param c how C is called
  /// @param examined the instructions that are examined; control must go on behind them
  /// @return a trampoline; empty if memory cannot be made executable
  public static Optional<Trampoline> of(Native c, byte[] examined) {
    Optional<MemorySegment> mapped = c.map(BYTES);
    if (mapped.isEmpty()) {
      return Optional.empty();
    }
    MemorySegment memory = mapped.orElseThrow();
    Listing listing = Listing.of(PAGE_BYTES, examined);
    memory.copyFrom(MemorySegment.ofArray(listing.code()));
    memory.set(ValueLayout.JAVA_LONG, PAGE_BYTES + Listing.ALL_SIGNALS, -1L);
    if (!c.protect(memory.address(), PAGE_BYTES)) {
      c.unmap(memory);
      return Optional.empty();
    }
    return Optional.of(new Trampoline(c, memory, listing.examinedOffset()));
  }

  /// Where what is examined begins.
  ///
  /// @return its address
  public long examined() {
    return memory.address() + examinedOffset;
  }

  /// Executes vectors.
  ///
  /// @param words their blocks; gets what is in the registers after each call
  /// @param vectors how many, 1 to [#BATCH]
  public void run(long[] words, int vectors) {
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

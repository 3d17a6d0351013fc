package psyscall.checker.store;

import java.util.concurrent.atomic.AtomicLong;

/// How many bytes a search may still take. What is large is asked for before it is allocated; a
/// refusal is an answer, no failure. Safe for use by several threads.
public final class MemoryBudget {
  private final long limitBytes;
  private final AtomicLong usedBytes = new AtomicLong();
  private final AtomicLong peakBytes = new AtomicLong();

  /// Nothing is used yet.
  ///
  /// @param limitBytes how much may be used at a time
  public MemoryBudget(long limitBytes) {
    this.limitBytes = limitBytes;
  }

  /// Asks for memory.
  ///
  /// @param bytes how much, at least 0
  /// @return whether it is granted; if not, nothing is taken
  public boolean reserve(long bytes) {
    long used = usedBytes.addAndGet(bytes);
    if (used > limitBytes) {
      usedBytes.addAndGet(-bytes);
      return false;
    }
    peakBytes.accumulateAndGet(used, Math::max);
    return true;
  }

  /// Takes memory without asking: little, and needed in any case.
  ///
  /// @param bytes how much, at least 0
  public void charge(long bytes) {
    peakBytes.accumulateAndGet(usedBytes.addAndGet(bytes), Math::max);
  }

  /// Gives memory back that was granted.
  ///
  /// @param bytes how much
  public void release(long bytes) {
    usedBytes.addAndGet(-bytes);
  }

  /// How much is granted now.
  ///
  /// @return bytes
  public long usedBytes() {
    return usedBytes.get();
  }

  /// How much was granted at most at a time.
  ///
  /// @return bytes
  public long peakBytes() {
    return peakBytes.get();
  }

  /// How much may be granted at a time.
  ///
  /// @return bytes
  public long limitBytes() {
    return limitBytes;
  }
}

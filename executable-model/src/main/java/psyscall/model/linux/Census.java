package psyscall.model.linux;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/// How many threads are inside of a call, now and at most; for all threads.
public final class Census {
  private final AtomicInteger inside = new AtomicInteger();
  private final AtomicInteger insideMax = new AtomicInteger();
  private final AtomicLong calls = new AtomicLong();

  Census() {}

  void enters() {
    calls.incrementAndGet();
    insideMax.accumulateAndGet(inside.incrementAndGet(), Math::max);
  }

  void leaves() {
    inside.decrementAndGet();
  }

  /// How many threads are inside.
  ///
  /// @return the number at this moment
  public int inside() {
    return inside.get();
  }

  /// How many threads were inside at the same time.
  ///
  /// @return the largest number
  public int insideMax() {
    return insideMax.get();
  }

  /// How many calls were made.
  ///
  /// @return those that were begun
  public long calls() {
    return calls.get();
  }
}

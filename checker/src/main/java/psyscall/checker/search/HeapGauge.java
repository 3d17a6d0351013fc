package psyscall.checker.search;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryMXBean;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.util.Comparator;

/// Measures the heap of this virtual machine.
///
/// What counts is the pool of long-lived objects, which is the largest: what a search remembers
/// ends up there, and what it forgets at once does not, so that a collection is rarely needed to
/// tell the two apart. Of that pool, which the parallel and the serial collector limit to two
/// thirds of the heap, a fifth is left: beyond that the collectors begin to run without end before
/// they fail. A collector without generations has one pool; it is measured rightly, at the price of
/// more collections.
public final class HeapGauge implements MemoryGauge {
  /// Where two pools may each take the whole heap, the old generation is named so.
  private static final Comparator<MemoryPoolMXBean> LARGER_THEN_OLDER =
      Comparator.<MemoryPoolMXBean>comparingLong(pool -> pool.getUsage().getMax())
          .thenComparing(pool -> pool.getName().contains("Old"));

  private final MemoryMXBean memory = ManagementFactory.getMemoryMXBean();
  private final MemoryPoolMXBean longLived =
      ManagementFactory.getMemoryPoolMXBeans().stream()
          .filter(pool -> pool.getType() == MemoryType.HEAP)
          .max(LARGER_THEN_OLDER)
          .orElseThrow();

  /// A gauge of this virtual machine.
  public HeapGauge() {}

  @Override
  public long usedBytes() {
    return longLived.getUsage().getUsed();
  }

  @Override
  public long occupiedBytes() {
    return memory.getHeapMemoryUsage().getUsed();
  }

  /// {@inheritDoc}
  ///
  /// Under `-XX:+DisableExplicitGC` garbage counts, and a search ends too early.
  @Override
  public long liveBytes() {
    memory.gc();
    return memory.getHeapMemoryUsage().getUsed();
  }

  @Override
  public long capacityBytes() {
    return longLived.getUsage().getMax() / 5 * 4;
  }
}

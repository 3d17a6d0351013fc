package psyscall.checker.search;

/// Measures the heap.
public interface MemoryGauge {
  /// How much is in use by what lives long, garbage among it included; cheap.
  ///
  /// @return bytes
  long usedBytes();

  /// How much of the heap is in use, garbage included: what progress shows; cheap.
  ///
  /// @return bytes
  default long occupiedBytes() {
    return usedBytes();
  }

  /// How much is in use without garbage; costs a collection.
  ///
  /// @return bytes
  long liveBytes();

  /// How much may be live before the virtual machine is in danger of running out of memory.
  ///
  /// @return bytes
  long capacityBytes();
}

package psyscall.benchmarks.probe;

import com.sun.management.OperatingSystemMXBean;
import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.Arrays;

/// What a virtual machine has used.
///
/// @param nanos of time
/// @param cpuNanos all its threads ran, the compiler's and the collector's among them
/// @param allocatedBytes all threads together allocated
public record Reading(long nanos, long cpuNanos, long allocatedBytes) {

  /// What this one has used so far.
  ///
  /// @return a reading, to be compared with others of this virtual machine only
  /// @throws IllegalStateException if the virtual machine does not count
  static Reading now() {
    return new Reading(System.nanoTime(), cpuNow(), allocatedNow());
  }

  /// What was used between another reading and this one.
  ///
  /// @param other the earlier one
  /// @return the differences
  Reading since(Reading other) {
    return new Reading(
        nanos - other.nanos, cpuNanos - other.cpuNanos, allocatedBytes - other.allocatedBytes);
  }

  /// The figures as [#parse] reads them.
  ///
  /// @return three numbers with commas between them
  String text() {
    return nanos + "," + cpuNanos + "," + allocatedBytes;
  }

  /// Reads figures.
  ///
  /// @param text as [#text] writes them
  /// @return the figures
  /// @throws IllegalArgumentException if they are not three numbers
  static Reading parse(String text) {
    long[] numbers = Arrays.stream(text.split(",", -1)).mapToLong(Long::parseLong).toArray();
    if (numbers.length != 3) {
      throw new IllegalArgumentException("not three numbers: text=" + text);
    }
    return new Reading(numbers[0], numbers[1], numbers[2]);
  }

  private static long cpuNow() {
    return switch (ManagementFactory.getOperatingSystemMXBean()) {
      case OperatingSystemMXBean system -> system.getProcessCpuTime();
      case java.lang.management.OperatingSystemMXBean other ->
          throw new IllegalStateException("processor time is not counted: bean=" + other);
    };
  }

  private static long allocatedNow() {
    return switch (ManagementFactory.getThreadMXBean()) {
      case ThreadMXBean threads -> threads.getTotalThreadAllocatedBytes();
      case java.lang.management.ThreadMXBean other ->
          throw new IllegalStateException("allocation is not counted: bean=" + other);
    };
  }
}

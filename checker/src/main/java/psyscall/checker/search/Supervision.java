package psyscall.checker.search;

import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;

/// What a search takes from the outside: time, memory, who is told, who may end it.
///
/// @param clockNanos a clock that never runs back, such as `System::nanoTime`
/// @param memory measures the heap
/// @param listener is told how the search gets on
/// @param interrupted whether the search is to end; asked on its thread after every 256 states
public record Supervision(
    LongSupplier clockNanos, MemoryGauge memory, Listener listener, BooleanSupplier interrupted) {

  /// Nobody listens or interrupts.
  ///
  /// @param clockNanos a clock that never runs back, such as `System::nanoTime`
  /// @return supervision with that clock and this virtual machine's heap
  public static Supervision of(LongSupplier clockNanos) {
    return new Supervision(clockNanos, new HeapGauge(), Listener.NONE, () -> false);
  }

  /// The same supervision with another listener.
  ///
  /// @param other is told how the search gets on
  /// @return the changed supervision
  public Supervision listener(Listener other) {
    return new Supervision(clockNanos, memory, other, interrupted);
  }

  /// The same supervision with another interruption.
  ///
  /// @param other whether the search is to end
  /// @return the changed supervision
  public Supervision interrupted(BooleanSupplier other) {
    return new Supervision(clockNanos, memory, listener, other);
  }

  /// The same supervision with another gauge.
  ///
  /// @param other measures the heap
  /// @return the changed supervision
  public Supervision memory(MemoryGauge other) {
    return new Supervision(clockNanos, other, listener, interrupted);
  }
}

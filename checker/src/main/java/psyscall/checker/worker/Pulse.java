package psyscall.checker.worker;

/// Is asked by a worker after each batch.
@FunctionalInterface
public interface Pulse {
  /// Whether the search goes on.
  ///
  /// @param expanded how many states were expanded since it was asked last
  /// @return false if the worker is to stand still
  boolean goesOn(int expanded);
}

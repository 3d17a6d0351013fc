package psyscall.benchmarks.peer;

/// What one process took that searched a scenario.
///
/// @param states distinct states that it stored
/// @param wholeNanos from the start of the process to its end
/// @param searchNanos what it says that the search took; Spin tells three digits of it
/// @param bytes what it says that states, tables and stacks took at most
/// @param stateBytes what it stores for one state, without its place in a table
/// @param residentBytes what the process had of the machine's memory at most; 0 if that is not
///   known
public record PeerRun(
    long states,
    long wholeNanos,
    long searchNanos,
    long bytes,
    long stateBytes,
    long residentBytes) {

  /// Distinct states a second of the whole process.
  ///
  /// @return at least 0
  public double wholeRate() {
    return states * 1e9 / wholeNanos;
  }

  /// Distinct states a second of the search alone.
  ///
  /// @return at least 0; without bound if the search says that it took no time
  public double searchRate() {
    return states * 1e9 / searchNanos;
  }

  /// Bytes for each distinct state.
  ///
  /// @return at least 0
  public double bytesPerState() {
    return (double) bytes / states;
  }
}

package psyscall.model.listen;

import java.util.List;

/// What became of the time of a run, in nanoseconds of virtual time.
///
/// @param goroutines one for each goroutine
/// @param processors one for each P
/// @param retakes how many Ps sysmon took out of calls
public record RunSummary(
    List<GoroutineTimes> goroutines, List<ProcessorTimes> processors, long retakes) {
  /// Copies the lists.
  public RunSummary {
    goroutines = List.copyOf(goroutines);
    processors = List.copyOf(processors);
  }

  /// The time of a goroutine; what is missing to the whole run it was not there.
  ///
  /// @param runningNanos in user code or in the scheduler
  /// @param keepingNanos in a call with its P
  /// @param handedOffNanos in a call without a P
  /// @param runnableNanos waiting to run
  /// @param parkedNanos waiting for something else
  public record GoroutineTimes(
      long runningNanos,
      long keepingNanos,
      long handedOffNanos,
      long runnableNanos,
      long parkedNanos) {}

  /// The time of a P; what is missing to the whole run it was idle or in somebody's hand.
  ///
  /// @param runningNanos wired to a thread, raw calls included
  /// @param leftNanos left in a call, for anyone to take
  public record ProcessorTimes(long runningNanos, long leftNanos) {}
}

package psyscall.benchmarks.soak;

import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import psyscall.model.run.RunEnd;

/// One run, and what the judges say of it.
final class Trial {
  private final long seed;
  private final RunEnd end;
  private final byte[] trace;
  private final long judged;
  private final long explained;
  private final Optional<String> failure;

  /// @param seed which run
  /// @param end how it ended
  /// @param trace the execution trace of it
  /// @param judged how many events of the trace were explained
  /// @param explained how many events of the log were explained
  /// @param failure what is wrong, in one line; empty if nothing is
  Trial(
      long seed, RunEnd end, byte[] trace, long judged, long explained, Optional<String> failure) {
    this.seed = seed;
    this.end = end;
    this.trace = trace.clone();
    this.judged = judged;
    this.explained = explained;
    this.failure = failure;
  }

  long seed() {
    return seed;
  }

  RunEnd end() {
    return end;
  }

  /// The execution trace.
  byte[] trace() {
    return trace.clone();
  }

  long judged() {
    return judged;
  }

  long explained() {
    return explained;
  }

  Optional<String> failure() {
    return failure;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Trial that
        && seed == that.seed
        && end.equals(that.end)
        && Arrays.equals(trace, that.trace)
        && judged == that.judged
        && explained == that.explained
        && failure.equals(that.failure);
  }

  @Override
  public int hashCode() {
    return Objects.hash(seed, end, Arrays.hashCode(trace), judged, explained, failure);
  }

  @Override
  public String toString() {
    return "seed=%d, %s, %s".formatted(seed, end, failure);
  }
}

package psyscall.model.workload;

/// How long the kernel works for a call: always the same, or distributed.
///
/// All times are nanoseconds.
public sealed interface ServiceTime {
  /// The mean.
  ///
  /// @return nanoseconds
  double meanNanos();

  /// Always the same.
  ///
  /// @param nanos how long, at least 0
  record Constant(long nanos) implements ServiceTime {
    @Override
    public double meanNanos() {
      return nanos;
    }
  }

  /// Each time between two is as likely as the others.
  ///
  /// @param minNanos the shortest, at least 0
  /// @param maxNanos the longest, more than the shortest
  record Uniform(long minNanos, long maxNanos) implements ServiceTime {
    @Override
    public double meanNanos() {
      return (minNanos + maxNanos) / 2.0;
    }
  }

  /// Without a memory: what is still to come does not depend on how long it has lasted.
  ///
  /// @param mean the mean in nanoseconds, at least 1
  record Exponential(long mean) implements ServiceTime {
    @Override
    public double meanNanos() {
      return mean;
    }
  }

  /// Its logarithm is normal: mostly short, now and then very long, as disks are.
  ///
  /// @param medianNanos half of the times are below, at least 1
  /// @param sigma the standard deviation of the logarithm, more than 0
  record LogNormal(long medianNanos, double sigma) implements ServiceTime {
    @Override
    public double meanNanos() {
      return medianNanos * Math.exp(sigma * sigma / 2);
    }
  }
}

package psyscall.model.kernel;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.apache.commons.math3.distribution.ExponentialDistribution;
import org.apache.commons.math3.distribution.LogNormalDistribution;
import org.apache.commons.math3.distribution.RealDistribution;
import org.apache.commons.math3.distribution.UniformRealDistribution;
import org.apache.commons.math3.random.RandomGenerator;
import org.apache.commons.math3.random.Well19937c;
import psyscall.model.workload.ServiceTime;

/// Draws how long the kernel works; the same seed draws the same.
final class ServiceTimes {
  private final RandomGenerator random;
  private final Map<ServiceTime, RealDistribution> distributions = new HashMap<>();

  ServiceTimes(long seed) {
    random = new Well19937c(seed);
  }

  /// One time, rounded to whole nanoseconds.
  long draw(ServiceTime time) {
    return switch (time) {
      case ServiceTime.Constant(long nanos) -> nanos;
      case ServiceTime.Uniform(long min, long max) ->
          sample(time, () -> new UniformRealDistribution(random, (double) min, (double) max));
      case ServiceTime.Exponential(long mean) ->
          sample(time, () -> new ExponentialDistribution(random, (double) mean));
      case ServiceTime.LogNormal(long median, double sigma) ->
          sample(time, () -> new LogNormalDistribution(random, Math.log((double) median), sigma));
    };
  }

  private long sample(ServiceTime time, Supplier<RealDistribution> made) {
    return Math.round(distributions.computeIfAbsent(time, _ -> made.get()).sample());
  }
}

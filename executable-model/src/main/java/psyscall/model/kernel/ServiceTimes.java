package psyscall.model.kernel;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import org.apache.commons.math3.distribution.ConstantRealDistribution;
import org.apache.commons.math3.distribution.ExponentialDistribution;
import org.apache.commons.math3.distribution.LogNormalDistribution;
import org.apache.commons.math3.distribution.RealDistribution;
import org.apache.commons.math3.distribution.UniformRealDistribution;
import org.apache.commons.math3.random.RandomGenerator;
import org.apache.commons.math3.random.Well19937c;
import psyscall.model.workload.ServiceTime;

/// Draws how long the kernel works; the same seed draws the same.
final class ServiceTimes {
  private final Function<ServiceTime, RealDistribution> distribution;
  private final Map<ServiceTime, RealDistribution> distributions = new HashMap<>();

  ServiceTimes(long seed) {
    RandomGenerator random = new Well19937c(seed);
    distribution = time -> distribution(time, random);
  }

  /// One time, rounded to whole nanoseconds.
  long draw(ServiceTime time) {
    return time instanceof ServiceTime.Constant(long nanos)
        ? nanos
        : Math.round(distributions.computeIfAbsent(time, distribution).sample());
  }

  private static RealDistribution distribution(ServiceTime time, RandomGenerator random) {
    return switch (time) {
      case ServiceTime.Constant(long nanos) -> new ConstantRealDistribution((double) nanos);
      case ServiceTime.Uniform(long min, long max) ->
          new UniformRealDistribution(random, (double) min, (double) max);
      case ServiceTime.Exponential(long mean) -> new ExponentialDistribution(random, (double) mean);
      case ServiceTime.LogNormal(long median, double sigma) ->
          new LogNormalDistribution(random, Math.log((double) median), sigma);
    };
  }
}

package psyscall.model.statistics;

import java.util.Collection;
import java.util.Optional;
import org.apache.commons.math3.distribution.TDistribution;
import org.apache.commons.math3.stat.descriptive.SummaryStatistics;

/// A mean of a sample, and how far to trust it.
///
/// @param count how many values there are, at least 1
/// @param mean their mean
/// @param min the least of them
/// @param max the greatest of them
/// @param spread how far they lie apart; empty for a single value, which says nothing of that
public record Estimate(long count, double mean, double min, double max, Optional<Spread> spread) {
  private static final double CONFIDENCE = 0.95;

  /// How far the values of a sample lie apart.
  ///
  /// @param deviation the standard deviation of the sample (n − 1)
  /// @param halfWidth half of the 95 % confidence interval around the mean, by Student's t
  public record Spread(double deviation, double halfWidth) {}

  /// The estimate of a sample.
  ///
  /// @param values at least one
  /// @return the estimate
  /// @throws IllegalArgumentException if there is none
  public static Estimate of(Collection<Double> values) {
    if (values.isEmpty()) {
      throw new IllegalArgumentException("no values to estimate a mean of: values=0");
    }
    SummaryStatistics sample = new SummaryStatistics();
    values.forEach(sample::addValue);
    return new Estimate(
        sample.getN(), sample.getMean(), sample.getMin(), sample.getMax(), spread(sample));
  }

  private static Optional<Spread> spread(SummaryStatistics sample) {
    long count = sample.getN();
    if (count < 2) {
      return Optional.empty();
    }
    double deviation = sample.getStandardDeviation();
    double quantile =
        new TDistribution(count - 1.0).inverseCumulativeProbability((1 + CONFIDENCE) / 2);
    return Optional.of(new Spread(deviation, quantile * deviation / Math.sqrt((double) count)));
  }
}

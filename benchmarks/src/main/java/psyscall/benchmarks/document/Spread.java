package psyscall.benchmarks.document;

import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/// What several measurements of one thing gave.
///
/// @param median the middle one; of an even number the mean of the middle two
/// @param min the least
/// @param max the greatest
public record Spread(double median, double min, double max) {

  /// Sums measurements up.
  ///
  /// @param runs what was measured, at least one
  /// @param figure what of it
  /// @param <T> the kind of run
  /// @return the spread
  /// @throws IllegalArgumentException if there are none
  public static <T> Spread of(List<T> runs, ToDoubleFunction<T> figure) {
    double[] sorted = runs.stream().mapToDouble(figure).sorted().toArray();
    if (sorted.length == 0) {
      throw new IllegalArgumentException("no measurements: runs=0, limit=1..");
    }
    double median = (sorted[(sorted.length - 1) / 2] + sorted[sorted.length / 2]) / 2;
    return new Spread(median, sorted[0], sorted[sorted.length - 1]);
  }

  /// The figures as people read them.
  ///
  /// @param unit how much is one, such as 1e6 for figures in millions
  /// @return such as `3.52 (3.41..3.60)`
  public String text(double unit) {
    return String.format(Locale.ROOT, "%.2f (%.2f..%.2f)", median / unit, min / unit, max / unit);
  }
}

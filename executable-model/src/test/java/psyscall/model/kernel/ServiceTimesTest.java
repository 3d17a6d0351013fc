package psyscall.model.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.apache.commons.math3.stat.descriptive.SummaryStatistics;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import psyscall.model.workload.ServiceTime;

class ServiceTimesTest {
  private static final int DRAWS = 20_000;

  /// How many standard errors the mean of the draws may be away; the seed is fixed.
  private static final double ERRORS_MAX = 3;

  private static Stream<ServiceTime> distributions() {
    return Stream.of(
        new ServiceTime.Uniform(1_000, 9_000),
        new ServiceTime.Exponential(50_000),
        new ServiceTime.LogNormal(20_000, 0.5));
  }

  private static SummaryStatistics drawn(ServiceTime time, long seed) {
    ServiceTimes times = new ServiceTimes(seed);
    SummaryStatistics statistics = new SummaryStatistics();
    LongStream.range(0, DRAWS).forEach(_ -> statistics.addValue((double) times.draw(time)));
    return statistics;
  }

  @ParameterizedTest
  @MethodSource("distributions")
  void meanIsThatOfTheDistribution(ServiceTime time) {
    SummaryStatistics drawn = drawn(time, 7);
    double error = drawn.getStandardDeviation() / Math.sqrt(DRAWS);

    assertThat(drawn.getMean()).isCloseTo(time.meanNanos(), within(ERRORS_MAX * error));
    assertThat(drawn.getMin()).isNotNegative();
  }

  @Test
  void spreadIsThatOfTheDistribution() {
    assertThat(drawn(new ServiceTime.Constant(5), 1).getStandardDeviation()).isZero();
    assertThat(drawn(new ServiceTime.Uniform(1_000, 9_000), 1).getMin()).isBetween(1_000., 1_020.);
    assertThat(drawn(new ServiceTime.Uniform(1_000, 9_000), 1).getMax()).isBetween(8_980., 9_000.);
    assertThat(drawn(new ServiceTime.Exponential(50_000), 1).getStandardDeviation())
        .isCloseTo(50_000, within(1_500.));
  }

  @Test
  void seedDeterminesWhatIsDrawn() {
    ServiceTime time = new ServiceTime.Exponential(50_000);

    assertThat(drawn(time, 3).getSum()).isEqualTo(drawn(time, 3).getSum());
    assertThat(drawn(time, 3).getSum()).isNotEqualTo(drawn(time, 4).getSum());
  }
}

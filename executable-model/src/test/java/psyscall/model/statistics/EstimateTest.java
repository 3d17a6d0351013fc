package psyscall.model.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class EstimateTest {
  private static final double EXACT = 1e-9;

  /// Five values with the quantile 2.7764451052 of Student's t for 4 degrees of freedom.
  @Test
  void intervalIsStudents() {
    Estimate estimate = Estimate.of(List.of(2.0, 4.0, 4.0, 5.0, 10.0));

    assertThat(estimate.count()).isEqualTo(5);
    assertThat(estimate.mean()).isEqualTo(5.0, within(EXACT));
    assertThat(estimate.min()).isEqualTo(2.0);
    assertThat(estimate.max()).isEqualTo(10.0);
    assertThat(estimate.spread().orElseThrow().deviation()).isEqualTo(3.0, within(EXACT));
    assertThat(estimate.spread().orElseThrow().halfWidth())
        .isEqualTo(2.7764451052 * 3 / Math.sqrt(5), within(1e-8));
  }

  @Test
  void equalValuesHaveNoSpreadAndOneValueTellsNone() {
    assertThat(Estimate.of(List.of(7.0, 7.0, 7.0)).spread())
        .contains(new Estimate.Spread(0.0, 0.0));
    assertThat(Estimate.of(List.of(7.0)).spread()).isEmpty();
    assertThatThrownBy(() -> Estimate.of(List.of()))
        .hasMessage("no values to estimate a mean of: values=0");
  }
}

package psyscall.benchmarks.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class SpreadTest {

  @Test
  void medianOfAnOddNumberIsTheMiddleOne() {
    Spread spread = Spread.of(List.of(5, 1, 9, 2, 8), Integer::doubleValue);

    assertThat(spread).isEqualTo(new Spread(5, 1, 9));
  }

  @Test
  void medianOfAnEvenNumberIsBetweenTheMiddleTwo() {
    Spread spread = Spread.of(List.of(1, 2, 4, 8), Integer::doubleValue);

    assertThat(spread).isEqualTo(new Spread(3, 1, 8));
  }

  @Test
  void figuresAreInTheUnit() {
    assertThat(new Spread(3_500_000, 3_000_000, 4_250_000).text(1e6))
        .isEqualTo("3.50 (3.00..4.25)");
  }

  @Test
  void nothingMeasuredIsRefused() {
    assertThatThrownBy(() -> Spread.of(List.of(), Integer::doubleValue))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("no measurements: runs=0, limit=1..");
  }
}

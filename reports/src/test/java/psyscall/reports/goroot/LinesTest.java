package psyscall.reports.goroot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class LinesTest {
  @Test
  void listOfLinesIsReadInItsOrder() {
    assertThat(Lines.parse("141–177, 511, 12"))
        .containsExactly(new Lines(141, 177), new Lines(511, 511), new Lines(12, 12));
    assertThat(Lines.parse("141–177, 511, 12")).hasToString("[141–177, 511, 12]");
    assertThat(Lines.parse("")).isEmpty();
  }

  @Test
  void linesHoldTheirEnds() {
    Lines lines = new Lines(3, 5);

    assertThat(lines.hold(3)).isTrue();
    assertThat(lines.hold(5)).isTrue();
    assertThat(lines.hold(2)).isFalse();
    assertThat(lines.hold(6)).isFalse();
    assertThat(lines.hold(new Lines(3, 5))).isTrue();
    assertThat(lines.hold(new Lines(5, 6))).isFalse();
    assertThat(lines.hold(new Lines(2, 3))).isFalse();
  }

  @Test
  void whatIsNoListIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Lines.parse("12-14"))
        .withMessage("not understood: lines=12-14");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Lines.parse("7–5"))
        .withMessage("lines out of order: first=7, last=5");
    assertThatIllegalArgumentException().isThrownBy(() -> new Lines(0, 1));
  }
}

package psyscall.reports.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class WrappingTest {
  @Test
  void linesBreakBetweenWords() {
    assertThat(Wrapping.words("takes its old P back", 10))
        .containsExactly("takes its", "old P back");
  }

  @Test
  void wordLongerThanALineIsBroken() {
    assertThat(Wrapping.words("a abcdefgh b", 5)).containsExactly("a", "abcde", "fgh b");
  }

  @Test
  void piecesStayTogether() {
    assertThat(Wrapping.fill(List.of("a = 1;", "b = {M0, M1}"), 14))
        .containsExactly("a = 1;", "b = {M0, M1}");
  }

  @Test
  void controlCharactersBecomeBlanks() {
    assertThat(Wrapping.clean(" red\u001b[31m\n\ttext\u202e ")).isEqualTo("red [31m text");
  }

  @Test
  void wideLettersCountTwice() {
    assertThat(Wrapping.columns("P0 系统")).isEqualTo(7);
    assertThat(Wrapping.columns("│┃┆›●○…→≤")).isEqualTo(9);
  }

  @Test
  void cutTextEndsInTheMark() {
    assertThat(Wrapping.cut("entersyscall", 6, "…")).isEqualTo("enter…");
    assertThat(Wrapping.cut("sysmon", 6, "…")).isEqualTo("sysmon");
  }

  @Test
  void blankTextHasNoLines() {
    assertThat(Wrapping.words(" \n ", 10)).isEmpty();
  }
}

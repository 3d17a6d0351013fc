package psyscall.cli.output;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordsTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "1       | step              | 1 step",
        "0       | step              | 0 steps",
        "1234567 | state             | 1,234,567 states",
        "2       | property          | 2 properties",
        "2       | search            | 2 searches",
        "3       | state to start from | 3 states to start from",
      })
  void numberOfThings(long number, String thing, String words) {
    assertThat(Words.count(number, thing)).isEqualTo(words);
  }

  @Test
  void secondsHaveATenth() {
    assertThat(Words.seconds(Duration.ofMillis(1260))).isEqualTo("1.3 s");
  }

  @Test
  void memoryIsRoundedUp() {
    assertThat(Words.megabytes(0)).isEqualTo("0 MB");
    assertThat(Words.megabytes(1)).isEqualTo("1 MB");
    assertThat(Words.megabytes(1 << 20)).isEqualTo("1 MB");
    assertThat(Words.megabytes(1234L << 20)).isEqualTo("1,234 MB");
  }

  @Test
  void listOfNothingIsNone() {
    assertThat(Words.list(List.of())).isEqualTo("none");
    assertThat(Words.list(List.of("a", "b"))).isEqualTo("a, b");
  }

  @Test
  void linesBreakBetweenWordsAndWhereTheTextBreaks() {
    assertThat(Words.wrapped("aa bb cc\ndd", 5)).containsExactly("aa bb", "cc", "dd");
    assertThat(Words.wrapped("a-long-word b", 4)).containsExactly("a-long-word", "b");
  }

  @Test
  void labelStandsOnTheFirstLine() {
    assertThat(Words.labelled("sizes", "one\ntwo"))
        .containsExactly("sizes         one", "              two");
    assertThat(Words.labelled("off", "")).containsExactly("off");
  }
}

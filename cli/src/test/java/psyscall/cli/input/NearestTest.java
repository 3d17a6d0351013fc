package psyscall.cli.input;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class NearestTest {
  private static final List<String> CHOICES =
      List.of("one-call", "two-calls-one-p", "park-and-ready", "two-wakers", "stop-first");

  @Test
  void nearestComesFirst() {
    assertThat(Nearest.of("one-cal", CHOICES)).startsWith("one-call");
    assertThat(Nearest.of("stop-frist", CHOICES)).containsExactly("stop-first");
  }

  @Test
  void caseDoesNotMatter() {
    assertThat(Nearest.of("ONE-CALL", CHOICES)).startsWith("one-call");
  }

  @Test
  void partOfANameIsEnough() {
    assertThat(Nearest.of("wakers", CHOICES)).startsWith("two-wakers");
    assertThat(Nearest.of("fast.re", List.of("Fast.reacquire", "Slow.run")))
        .containsExactly("Fast.reacquire");
  }

  @Test
  void farChoicesAreLeftOut() {
    assertThat(Nearest.of("xyzzy", CHOICES)).isEmpty();
  }

  @Test
  void fiveAreEnough() {
    List<String> many = IntStream.range(0, 9).mapToObj(n -> "name" + n).toList();

    assertThat(Nearest.of("name", many)).hasSize(5).startsWith("name0");
  }
}

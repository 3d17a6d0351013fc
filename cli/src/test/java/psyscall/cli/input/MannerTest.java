package psyscall.cli.input;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.PrintWriter;
import java.io.Writer;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import psyscall.checker.search.Strategy;
import psyscall.cli.session.Interruption;
import psyscall.cli.session.Session;
import psyscall.cli.session.WrongUsage;
import psyscall.reports.timeline.Look;

class MannerTest {
  private static Session session(int processors) {
    PrintWriter nowhere = new PrintWriter(Writer.nullWriter());
    return new Session(
        "1.2.3",
        nowhere,
        nowhere,
        Session.Screen.FILE,
        Look.DEFAULT,
        () -> 42,
        processors,
        new Interruption());
  }

  private static Manner manner(int processors, String threads, String search, String seed) {
    return Manner.parse(
        given(threads), given(search), given(seed), Optional.empty(), session(processors));
  }

  /// A hyphen stands for an option that is not given.
  private static Optional<String> given(String text) {
    return text.equals("-") ? Optional.empty() : Optional.of(text);
  }

  @ParameterizedTest
  @CsvSource({
    "4,   -,  -,      -, --search=bfs --threads=4",
    "200, -,  -,      -, --search=bfs --threads=64",
    "4,   64, bfs,    -, --search=bfs --threads=64",
    "4,   -,  dfs,    -, --search=dfs --threads=1",
    "4,   1,  dfs,    -, --search=dfs --threads=1",
    "4,   -,  random, 9, --search=random --threads=1 --seed=9",
  })
  void textIsTheOptionsThatSetIt(
      int processors, String threads, String search, String seed, String text) {
    assertThat(manner(processors, threads, search, seed).text()).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource({
    "0,  -,      -",
    "65, -,      -",
    "-1, -,      -",
    "x,  -,      -",
    "2,  dfs,    -",
    "2,  random, -",
    "-,  best,   -",
    "-,  -,      1",
    "-,  dfs,    1",
    "-,  random, x",
  })
  void othersAreRefused(String threads, String search, String seed) {
    assertThatThrownBy(() -> manner(4, threads, search, seed)).isInstanceOf(WrongUsage.class);
  }

  @Test
  void walksOfACheckAreThoseOfSimulateThatSaysNothing() {
    assertThat(manner(4, "-", "random", "9"))
        .isEqualTo(
            new Manner(
                1,
                Walks.parse(Optional.of("9"), Optional.empty(), Optional.empty(), () -> 0),
                Manner.Symmetry.WHERE_SOUND));
  }

  @Test
  void onlyBreadthFirstIsShortestAndOnlyWalksSample() {
    Manner breadth = manner(1, "-", "bfs", "-");
    Manner depth = manner(1, "-", "dfs", "-");
    Manner walks = manner(1, "-", "random", "1");

    assertThat(breadth.isShortest()).isTrue();
    assertThat(depth.isShortest()).isFalse();
    assertThat(walks.isShortest()).isFalse();
    assertThat(breadth.isSampling()).isFalse();
    assertThat(depth.isSampling()).isFalse();
    assertThat(walks.isSampling()).isTrue();
    assertThat(walks.walks()).contains(new Strategy.RandomWalk(1, 1_000, 1_000));
  }

  @ParameterizedTest
  @CsvSource({"on, ON", "off, OFF"})
  void symmetryIsAskedForInAWord(String text, Manner.Symmetry symmetry) {
    assertThat(symmetry(text).symmetry()).isEqualTo(symmetry);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "ON", "yes", "auto"})
  void otherWordsForSymmetryAreRefused(String text) {
    assertThatThrownBy(() -> symmetry(text))
        .isInstanceOf(WrongUsage.class)
        .hasMessageContaining("unknown symmetry: name=" + text)
        .hasMessageEndingWith("; give on or off");
  }

  private static Manner symmetry(String text) {
    return Manner.parse(
        Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(text), session(1));
  }
}

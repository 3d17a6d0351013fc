package psyscall.cli.explain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ChangesTest {
  private static final List<String> BEFORE =
      List.of("first:", "    a", "    b", "    c", "    d", "    e", "second:", "    f");

  @Test
  void equalTextsHaveNone() {
    assertThat(Changes.lines(BEFORE, BEFORE)).isEmpty();
  }

  @Test
  void changedLineStandsUnderItsLabelBesideItsNeighbours() {
    List<String> after =
        List.of("first:", "    a", "    b", "    c", "    x", "    e", "second:", "    f");

    assertThat(Changes.lines(BEFORE, after))
        .containsExactly("  first:", "    ...", "      c", "-     d", "+     x", "      e");
  }

  @Test
  void droppedAndAddedLinesAreMarked() {
    List<String> after =
        List.of("first:", "    b", "    c", "    d", "    e", "second:", "    f", "    g");

    assertThat(Changes.lines(BEFORE, after))
        .containsExactly("  first:", "-     a", "      b", "  second:", "      f", "+     g");
  }

  @Test
  void newTextIsAllAdded() {
    assertThat(Changes.lines(List.of(), List.of("a:", "    b"))).containsExactly("+ a:", "+     b");
  }
}

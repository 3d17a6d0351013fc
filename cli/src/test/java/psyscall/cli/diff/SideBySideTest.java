package psyscall.cli.diff;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import psyscall.cli.output.EditScript;

class SideBySideTest {
  private static final String GAP = " ".repeat(48);

  private static List<String> lines(List<String> before, List<String> after) {
    return SideBySide.lines(EditScript.of(before, after));
  }

  private static String row(String left, char mark, String right) {
    return left + GAP.substring(left.length()) + " " + mark + " " + right;
  }

  @Test
  void changedLineStandsBesideTheOneItBecomes() {
    List<String> before = List.of("first:      E1", "    a", "    b", "    c", "    d");
    List<String> after = List.of("first:      E1", "    a", "    b", "    x", "    d");

    assertThat(lines(before, after))
        .containsExactly(
            row("first: E1", ' ', "first: E1"),
            row("  ...", ' ', "  ..."),
            row("  b", ' ', "  b"),
            row("  c", '|', "  x"),
            row("  d", ' ', "  d"));
  }

  @Test
  void lineOfOneSideHasNobodyBesideIt() {
    assertThat(lines(List.of("a:", "    b", "    c"), List.of("a:", "    c", "    d")))
        .containsExactly(
            row("a:", ' ', "a:"),
            row("  b", '<', "").stripTrailing(),
            row("  c", ' ', "  c"),
            row("", '>', "  d"));
  }

  @Test
  void longLinesGoOnFurtherIn() {
    String wide = "    when a and " + "b".repeat(40) + " or " + "c".repeat(60);

    List<String> lines = lines(List.of(), List.of(wide));

    assertThat(lines)
        .containsExactly(
            row("", '>', "  when a and"),
            row("", ' ', "      " + "b".repeat(40)),
            row("", ' ', "      or"),
            row("", ' ', "      " + "c".repeat(42)),
            row("", ' ', "      " + "c".repeat(18)));
    assertThat(lines).allMatch(line -> line.length() <= 100);
  }

  @Test
  void equalTextsHaveNoLines() {
    assertThat(lines(List.of("a:", "    b"), List.of("a:", "    b"))).isEmpty();
  }
}

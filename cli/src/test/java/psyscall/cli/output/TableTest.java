package psyscall.cli.output;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class TableTest {
  @Test
  void columnsAreAlignedAndNumbersStandToTheRight() {
    Table table = new Table("name", "states", "summary");
    table.row("one-call", "24", "a call");
    table.row("x", "1,234,567", "");
    table.row("y", "-", "z");

    assertThat(table.lines())
        .containsExactly(
            "name         states  summary",
            "one-call         24  a call",
            "x         1,234,567",
            "y                 -  z");
  }

  @Test
  void longTextsAreBroken() {
    Table table = new Table("a", "b");
    table.row("x ".repeat(20).strip(), "y ".repeat(60).strip());

    assertThat(table.lines())
        .hasSizeGreaterThan(2)
        .allMatch(line -> line.length() <= 100 && !line.endsWith(" "));
  }

  @Test
  void tableWithoutRowsIsItsHeadings() {
    assertThat(new Table("a", "b").lines()).containsExactly("a  b");
  }

  @Test
  void rowHasACellForEachHeading() {
    Table table = new Table("a", "b");

    assertThatThrownBy(() -> table.row("x")).hasMessage("cells of a row: wanted=2, given=1");
  }
}

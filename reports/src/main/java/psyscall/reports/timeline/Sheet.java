package psyscall.reports.timeline;

import java.util.ArrayList;
import java.util.List;
import java.util.SequencedMap;
import psyscall.model.behavior.State;

/// The lines of a timeline in the making, and where on a line its parts stand.
final class Sheet {
  /// After so many lines the names of the lanes have left a small screen.
  private static final int LINES_UNDER_NAMES = 40;

  private final List<String> lines = new ArrayList<>();
  private final Cells cells;
  private final Look look;
  private final int numberColumns;
  private final int textColumns;
  private int named;

  /// An empty sheet.
  ///
  /// @param cells draws the lanes on it
  /// @param look how it is drawn
  /// @param numberColumns how many columns the number of a step takes
  Sheet(Cells cells, Look look, int numberColumns) {
    this.cells = cells;
    this.look = look;
    this.numberColumns = numberColumns;
    this.textColumns = Timeline.COLUMNS - numberColumns - cells.columns();
  }

  List<String> lines() {
    return List.copyOf(lines);
  }

  /// How many columns are left to the right of the lanes.
  int textColumns() {
    return textColumns;
  }

  /// An empty line.
  void gap() {
    lines.add("");
  }

  /// Text over the whole width.
  void full(String text, Style style) {
    for (String line : Wrapping.words(look.glyphs().clean(text), Timeline.COLUMNS)) {
      add(new Row().add(line, style));
    }
  }

  /// The names of the lanes.
  void names() {
    add(number("step").add(cells.names()));
    named = lines.size();
  }

  /// The names of the lanes again, if they are far up; to be called between two steps.
  void namesAgain() {
    if (lines.size() - named >= LINES_UNDER_NAMES) {
      names();
    }
  }

  /// A line beside the lanes.
  ///
  /// @param state what everybody has
  /// @param text what stands to the right, at most [#textColumns] wide
  void beside(State state, Row text) {
    add(number("").add(cells.marks(state)).add(text));
  }

  /// The first line of a step.
  ///
  /// @param number its number
  /// @param marks the cells of the line
  /// @param text what stands to the right, at most [#textColumns] wide
  void first(int number, Row marks, Row text) {
    add(number(Integer.toString(number)).add(marks).add(text));
  }

  /// The initial state, beside the lanes.
  void start(State state, SequencedMap<String, List<String>> situation) {
    add(number("0").add(cells.named(state)).add("at the start:", Style.STRONG));
    for (Row row : owners(situation, textColumns)) {
      beside(state, row);
    }
  }

  /// A state over the whole width.
  void situation(SequencedMap<String, List<String>> situation) {
    owners(situation, Timeline.COLUMNS).forEach(this::add);
  }

  private List<Row> owners(SequencedMap<String, List<String>> situation, int columns) {
    int widest = situation.keySet().stream().mapToInt(Wrapping::columns).max().orElse(0);
    int owner = Math.min(widest, 12) + 2;
    List<Row> rows = new ArrayList<>();
    situation.forEach(
        (name, values) -> {
          String head = look.glyphs().fit(name, owner - 2);
          List<String> clean = values.stream().map(look.glyphs()::clean).toList();
          for (String line : Wrapping.fill(separated(clean), columns - owner - 2)) {
            Row row = new Row().blank(2).add(Wrapping.pad(head, owner), Style.PLAIN);
            rows.add(row.add(line, Style.FAINT));
            head = "";
          }
        });
    return rows;
  }

  /// The parts with commas between, as pieces that a line break does not tear.
  static List<String> separated(List<String> parts) {
    List<String> pieces = new ArrayList<>();
    for (int at = 0; at < parts.size(); at++) {
      pieces.add(at < parts.size() - 1 ? parts.get(at) + ";" : parts.get(at));
    }
    return pieces;
  }

  private Row number(String number) {
    String right = " ".repeat(Math.max(0, numberColumns - 2 - number.length())) + number;
    return new Row().add(right, Style.PLAIN).blank(2);
  }

  private void add(Row row) {
    lines.add(row.text(look.ink()));
  }
}

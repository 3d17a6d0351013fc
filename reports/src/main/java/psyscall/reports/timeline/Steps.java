package psyscall.reports.timeline;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import psyscall.model.behavior.Behavior;
import psyscall.model.behavior.State;
import psyscall.model.behavior.Step;
import psyscall.model.behavior.Transition;
import psyscall.spec.citation.Citation;
import psyscall.spec.process.Ending;
import psyscall.spec.rule.Rule;

/// The steps of a behaviour in words, beside the lanes.
final class Steps {
  private static final int ID_COLUMNS_MAX = 8;
  private static final int CHANGE_INDENT = 2;

  private final Sheet sheet;
  private final Cells cells;
  private final Telling telling;
  private final Look look;
  private final int idColumns;
  private int number;
  private String heading = "";

  Steps(Sheet sheet, Cells cells, Telling telling, Look look, Behavior behavior) {
    this.sheet = sheet;
    this.cells = cells;
    this.telling = telling;
    this.look = look;
    int longest =
        behavior.transitions().stream()
            .mapToInt(t -> Wrapping.columns(id(t.step())))
            .max()
            .orElse(0);
    this.idColumns = Math.min(longest, ID_COLUMNS_MAX);
  }

  /// Draws the next step.
  void draw(State before, Transition transition) {
    Step step = transition.step();
    State after = transition.target();
    String head = step.actor().name() + " " + procedure(step.rule());
    if (!head.equals(heading)) {
      heading = head;
      sheet.namesAgain();
      for (String line : Wrapping.words(letters(head), sheet.textColumns())) {
        sheet.beside(before, new Row().add(line, Style.STRONG));
      }
    }
    number++;
    List<Row> rows = rows(step, telling.changes(before, after));
    sheet.first(number, cells.step(before, after, step.actor()), rows.getFirst());
    rows.subList(1, rows.size()).forEach(row -> sheet.beside(after, row));
  }

  private List<Row> rows(Step step, List<String> changes) {
    int indent = idColumns + 2;
    List<Row> rows = new ArrayList<>();
    String id = letters(id(step));
    List<String> words = new ArrayList<>();
    if (Wrapping.columns(id) > idColumns) {
      words.add(id);
      id = "";
    }
    words.addAll(List.of(letters(clause(step)).split(" ")));
    int columns = sheet.textColumns() - indent;
    for (String line : Wrapping.fill(words, columns)) {
      rows.add(new Row().add(Wrapping.pad(id, indent), Style.STRONG).add(line, Style.PLAIN));
      id = "";
    }
    if (rows.isEmpty()) {
      rows.add(new Row().add(id, Style.STRONG)); // a clause without a letter that can be shown
    }
    step.ending()
        .ifPresent(
            ending -> {
              String text = kind(ending) + ": " + ending.text();
              for (String line : Wrapping.words(letters(text), columns)) {
                rows.add(new Row().blank(indent).add(line, Style.ALARM));
              }
            });
    List<String> told = changes.stream().map(this::letters).toList();
    addFaint(rows, Sheet.separated(told), indent + CHANGE_INDENT);
    if (look.detail() == Detail.EVERYTHING) {
      List<String> events = step.events().stream().map(e -> letters("emits " + e)).toList();
      addFaint(rows, Sheet.separated(events), indent + CHANGE_INDENT);
    }
    return rows;
  }

  private static String kind(Ending ending) {
    return switch (ending.kind()) {
      case THROW -> "throw";
      case REFUSED -> "refused";
      case FINAL -> "end";
    };
  }

  private void addFaint(List<Row> rows, List<String> pieces, int indent) {
    for (String line : Wrapping.fill(pieces, sheet.textColumns() - indent)) {
      rows.add(new Row().blank(indent).add(line, Style.FAINT));
    }
  }

  private String letters(String text) {
    return look.glyphs().clean(text);
  }

  /// Go's name of the procedure where there is one; else the specification's.
  private static String procedure(Rule rule) {
    Citation citation = rule.citation();
    return citation.file().isEmpty() || citation.function().isEmpty()
        ? rule.address().procedure()
        : citation.function();
  }

  /// In brackets, as steps of the fact sheet are called like threads.
  private static String id(Step step) {
    String id = step.rule().citation().step();
    return id.isEmpty() ? "" : "[" + id + "]";
  }

  private static String clause(Step step) {
    String clause = step.clause().isBlank() ? step.rule().address().label() : step.clause();
    if (step.answers().isEmpty()) {
      return clause;
    }
    return clause
        + step.answers().stream()
            .map(a -> a.choice().name() + ": " + a.value().format(a.choice().sort()))
            .collect(Collectors.joining("; ", " (", ")"));
  }
}

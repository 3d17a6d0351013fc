package psyscall.cli.diff;

import java.util.ArrayList;
import java.util.List;
import psyscall.cli.output.EditScript;

/// Two texts in two columns, as far as they differ.
///
/// Between the columns stands `|` where a line is another one, `<` where it is on the left only and
/// `>` where it is on the right only. Texts are indented by two spaces a level here, and long lines
/// go on in the next one, further in.
final class SideBySide {
  /// Two columns with a mark between them are 99 characters wide.
  private static final int COLUMN = 48;

  /// How many lines that stay are shown beside a change.
  private static final int CONTEXT = 1;

  private final List<String> lines = new ArrayList<>();

  private SideBySide() {}

  /// The columns.
  ///
  /// @param script what makes the right text of the left one
  /// @return lines of at most 100 columns; `...` stands for lines that are the same
  static List<String> lines(EditScript script) {
    SideBySide columns = new SideBySide();
    int shown = -1;
    int at = 0;
    while (at < script.edits().size()) {
      if (!script.isNearChange(at, CONTEXT)) {
        at++;
        continue;
      }
      int label = script.label(at);
      if (label > shown && label < at) {
        columns.row(' ', script.edits().get(label).line(), script.edits().get(label).line());
        shown = label;
      }
      if (shown >= 0 && shown < at - 1) {
        columns.row(' ', "    ...", "    ...");
      }
      int end = columns.run(script.edits(), at);
      shown = end - 1;
      at = end;
    }
    return columns.lines;
  }

  /// Shows a line that stays, or all lines of a place that changes.
  private int run(List<EditScript.Edit> edits, int from) {
    if (!edits.get(from).isChange()) {
      row(' ', edits.get(from).line(), edits.get(from).line());
      return from + 1;
    }
    List<String> left = new ArrayList<>();
    List<String> right = new ArrayList<>();
    int at = from;
    while (at < edits.size() && edits.get(at).isChange()) {
      EditScript.Edit edit = edits.get(at);
      (edit.kind() == EditScript.Kind.GONE ? left : right).add(edit.line());
      at++;
    }
    for (int row = 0; row < Math.max(left.size(), right.size()); row++) {
      boolean hasLeft = row < left.size();
      boolean hasRight = row < right.size();
      row(
          hasLeft && hasRight ? '|' : hasLeft ? '<' : '>',
          hasLeft ? left.get(row) : "",
          hasRight ? right.get(row) : "");
    }
    return at;
  }

  private void row(char mark, String left, String right) {
    List<String> before = folded(left);
    List<String> after = folded(right);
    for (int at = 0; at < Math.max(before.size(), after.size()); at++) {
      String one = at < before.size() ? before.get(at) : "";
      String other = at < after.size() ? after.get(at) : "";
      String between = " " + (at == 0 ? mark : ' ') + " ";
      lines.add((one + " ".repeat(COLUMN - one.length()) + between + other).stripTrailing());
    }
  }

  /// A line of the text as lines of a column.
  private static List<String> folded(String line) {
    String text = line.strip();
    int indent = (line.length() - line.stripLeading().length()) / 2;
    List<String> folded = new ArrayList<>();
    String first = " ".repeat(indent);
    String next = " ".repeat(Math.min(indent + 4, COLUMN / 2));
    StringBuilder part = new StringBuilder(first);
    boolean isEmpty = true;
    for (String word : text.split("\\s+", -1)) {
      if (!isEmpty && part.length() + 1 + word.length() > COLUMN) {
        folded.add(part.toString());
        part = new StringBuilder(next);
        isEmpty = true;
      }
      part.append(isEmpty ? "" : " ").append(word);
      isEmpty = false;
      while (part.length() > COLUMN) {
        folded.add(part.substring(0, COLUMN));
        part = new StringBuilder(next).append(part.substring(COLUMN));
      }
    }
    folded.add(part.toString());
    return folded;
  }
}

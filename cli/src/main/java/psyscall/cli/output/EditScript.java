package psyscall.cli.output;

import java.util.ArrayList;
import java.util.List;

/// What makes one text of another, line by line: the lines that stay, go and come.
///
/// @param edits in the order of the text; of a place that changes, what goes stands first
public record EditScript(List<Edit> edits) {
  /// What becomes of a line.
  public enum Kind {
    /// It is in both texts.
    SAME,
    /// It is in the old text only.
    GONE,
    /// It is in the new text only.
    NEW
  }

  /// A line and what becomes of it.
  ///
  /// @param kind what becomes of it
  /// @param line the line
  public record Edit(Kind kind, String line) {
    /// Whether it is in one of the texts only.
    ///
    /// @return whether it goes or comes
    public boolean isChange() {
      return kind != Kind.SAME;
    }
  }

  /// Copies the list.
  public EditScript {
    edits = List.copyOf(edits);
  }

  /// The shortest script, by the longest common subsequence.
  ///
  /// @param before the old text
  /// @param after the new text
  /// @return the script
  public static EditScript of(List<String> before, List<String> after) {
    int[][] common = common(before, after);
    List<Edit> script = new ArrayList<>();
    int i = 0;
    int j = 0;
    while (i < before.size() || j < after.size()) {
      if (i < before.size() && j < after.size() && before.get(i).equals(after.get(j))) {
        script.add(new Edit(Kind.SAME, before.get(i)));
        i++;
        j++;
      } else if (j == after.size() || (i < before.size() && common[i + 1][j] >= common[i][j + 1])) {
        script.add(new Edit(Kind.GONE, before.get(i)));
        i++;
      } else {
        script.add(new Edit(Kind.NEW, after.get(j)));
        j++;
      }
    }
    return new EditScript(script);
  }

  /// How many lines two tails of the texts have in common.
  private static int[][] common(List<String> before, List<String> after) {
    int[][] common = new int[before.size() + 1][after.size() + 1];
    for (int i = before.size() - 1; i >= 0; i--) {
      for (int j = after.size() - 1; j >= 0; j--) {
        common[i][j] =
            before.get(i).equals(after.get(j))
                ? common[i + 1][j + 1] + 1
                : Math.max(common[i + 1][j], common[i][j + 1]);
      }
    }
    return common;
  }

  /// The lines that change.
  ///
  /// @return without the spaces around them, which depend on where they stand
  public List<Edit> changes() {
    return edits.stream()
        .filter(Edit::isChange)
        .map(edit -> new Edit(edit.kind(), edit.line().strip()))
        .toList();
  }

  /// Whether the texts are equal.
  ///
  /// @return whether no line goes or comes
  public boolean isEmpty() {
    return edits.stream().noneMatch(Edit::isChange);
  }

  /// Whether a line is worth showing: it changes, or stands beside one that does.
  ///
  /// @param at its place in the script
  /// @param context how many lines beside a change are shown
  /// @return whether it is near a change
  public boolean isNearChange(int at, int context) {
    int from = Math.max(0, at - context);
    int to = Math.min(edits.size(), at + context + 1);
    return edits.subList(from, to).stream().anyMatch(Edit::isChange);
  }

  /// The label under which a line stands: the last line at the margin that does not come after it.
  ///
  /// @param at its place in the script
  /// @return the place of the label; -1 if there is none
  public int label(int at) {
    for (int line = at; line >= 0; line--) {
      String text = edits.get(line).line();
      if (!text.isEmpty() && !Character.isWhitespace(text.charAt(0))) {
        return line;
      }
    }
    return -1;
  }
}

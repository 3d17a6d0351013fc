package psyscall.cli.explain;

import java.util.ArrayList;
import java.util.List;

/// What differs between two texts, line by line.
final class Changes {
  /// How many lines that stay are shown beside a change.
  private static final int CONTEXT = 1;

  private Changes() {}

  private record Edit(char mark, String line) {
    boolean isChange() {
      return mark != ' ';
    }
  }

  /// The changes.
  ///
  /// @param before the old text
  /// @param after the new text
  /// @return removed lines after `-`, added ones after `+`, with the label they stand under and the
  ///   lines beside them; empty if the texts are equal
  static List<String> lines(List<String> before, List<String> after) {
    List<Edit> script = script(before, after);
    List<String> lines = new ArrayList<>();
    int shown = -1;
    for (int at = 0; at < script.size(); at++) {
      if (!isNearChange(script, at)) {
        continue;
      }
      int label = label(script, at);
      if (label > shown && label < at) {
        lines.add("  " + script.get(label).line());
        shown = label;
      }
      if (shown >= 0 && shown < at - 1) {
        lines.add("    ...");
      }
      lines.add(script.get(at).mark() + " " + script.get(at).line());
      shown = at;
    }
    return lines;
  }

  private static boolean isNearChange(List<Edit> script, int at) {
    int from = Math.max(0, at - CONTEXT);
    int to = Math.min(script.size(), at + CONTEXT + 1);
    return script.subList(from, to).stream().anyMatch(Edit::isChange);
  }

  /// The last line at the margin that does not come after a line.
  private static int label(List<Edit> script, int at) {
    for (int line = at; line >= 0; line--) {
      String text = script.get(line).line();
      if (!text.isEmpty() && !Character.isWhitespace(text.charAt(0))) {
        return line;
      }
    }
    return -1;
  }

  /// The shortest script of edits, by the longest common subsequence.
  private static List<Edit> script(List<String> before, List<String> after) {
    int[][] common = new int[before.size() + 1][after.size() + 1];
    for (int i = before.size() - 1; i >= 0; i--) {
      for (int j = after.size() - 1; j >= 0; j--) {
        common[i][j] =
            before.get(i).equals(after.get(j))
                ? common[i + 1][j + 1] + 1
                : Math.max(common[i + 1][j], common[i][j + 1]);
      }
    }
    List<Edit> script = new ArrayList<>();
    int i = 0;
    int j = 0;
    while (i < before.size() || j < after.size()) {
      if (i < before.size() && j < after.size() && before.get(i).equals(after.get(j))) {
        script.add(new Edit(' ', before.get(i)));
        i++;
        j++;
      } else if (j == after.size() || (i < before.size() && common[i + 1][j] >= common[i][j + 1])) {
        script.add(new Edit('-', before.get(i)));
        i++;
      } else {
        script.add(new Edit('+', after.get(j)));
        j++;
      }
    }
    return script;
  }
}

package psyscall.cli.explain;

import java.util.ArrayList;
import java.util.List;
import psyscall.cli.output.EditScript;

/// What differs between two texts, line by line.
final class Changes {
  /// How many lines that stay are shown beside a change.
  private static final int CONTEXT = 1;

  private Changes() {}

  /// The changes.
  ///
  /// @param before the old text
  /// @param after the new text
  /// @return removed lines after `-`, added ones after `+`, with the label they stand under and the
  ///   lines beside them; empty if the texts are equal
  static List<String> lines(List<String> before, List<String> after) {
    EditScript script = EditScript.of(before, after);
    List<String> lines = new ArrayList<>();
    int shown = -1;
    for (int at = 0; at < script.edits().size(); at++) {
      if (!script.isNearChange(at, CONTEXT)) {
        continue;
      }
      int label = script.label(at);
      if (label > shown && label < at) {
        lines.add("  " + script.edits().get(label).line());
        shown = label;
      }
      if (shown >= 0 && shown < at - 1) {
        lines.add("    ...");
      }
      lines.add(text(script.edits().get(at)));
      shown = at;
    }
    return lines;
  }

  private static String text(EditScript.Edit edit) {
    String mark =
        switch (edit.kind()) {
          case SAME -> "  ";
          case GONE -> "- ";
          case NEW -> "+ ";
        };
    return mark + edit.line();
  }
}

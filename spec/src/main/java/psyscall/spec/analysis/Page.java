package psyscall.spec.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Lines of text with their indentation; a line that is too long is broken behind `&&` or `||`, as
/// in Go.
final class Page {
  private static final int COLUMNS = 100;
  private static final String STEP = "    ";

  private final List<String> lines = new ArrayList<>();

  void add(int depth, String text) {
    String line = STEP.repeat(depth) + text;
    while (line.length() > COLUMNS) {
      Optional<Integer> at = breakAt(line, depth * STEP.length());
      if (at.isEmpty()) {
        break;
      }
      lines.add(line.substring(0, at.get()));
      line = STEP.repeat(depth + 2) + line.substring(at.get() + 1);
    }
    lines.add(line);
  }

  /// Adds a comment, broken between words.
  void comment(int depth, String text) {
    StringBuilder line = new StringBuilder("//");
    for (String word : text.split(" ", -1)) {
      if (!fits(depth, line + " " + word) && line.length() > 2) {
        lines.add(STEP.repeat(depth) + line);
        line = new StringBuilder("//");
      }
      line.append(' ').append(word);
    }
    lines.add(STEP.repeat(depth) + line);
  }

  /// Adds a statement with one more in it, on one line if there is room.
  void add(int depth, String head, String inner) {
    String whole = head + " { " + inner + " }";
    if (fits(depth, whole)) {
      add(depth, whole);
    } else {
      add(depth, head + " {");
      add(depth + 1, inner);
      add(depth, "}");
    }
  }

  /// The last place where the line may be broken, before its limit.
  private static Optional<Integer> breakAt(String line, int from) {
    String head = line.substring(0, COLUMNS);
    int last = Math.max(head.lastIndexOf(" && "), head.lastIndexOf(" || "));
    return last > from + 2 * STEP.length() ? Optional.of(last + 3) : Optional.empty();
  }

  void addAll(Page page) {
    lines.addAll(page.lines);
  }

  boolean isEmpty() {
    return lines.isEmpty();
  }

  private static boolean fits(int depth, String text) {
    return depth * STEP.length() + text.length() <= COLUMNS;
  }

  /// Puts the first line behind the last one of another page: `} else ` and `if …`.
  void append(Page page) {
    String joined = lines.removeLast() + page.lines.getFirst().stripLeading();
    lines.add(joined);
    lines.addAll(page.lines.subList(1, page.lines.size()));
  }

  @Override
  public String toString() {
    return String.join("\n", lines) + "\n";
  }
}

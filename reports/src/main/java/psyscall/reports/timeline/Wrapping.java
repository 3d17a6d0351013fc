package psyscall.reports.timeline;

import java.util.ArrayList;
import java.util.List;

/// Breaks text into lines of a bounded number of columns.
///
/// Widths are upper bounds: every letter that some terminal draws two columns wide counts as two,
/// so that no line is ever too wide, and some are shorter than they could be.
final class Wrapping {
  private Wrapping() {}

  /// The text on one line: control characters, which could also steer a terminal, become blanks,
  /// and runs of blanks one.
  static String clean(String text) {
    StringBuilder out = new StringBuilder();
    text.codePoints()
        .map(letter -> printable(letter) ? letter : ' ')
        .filter(letter -> letter != ' ' || (!out.isEmpty() && !endsInBlank(out)))
        .forEach(out::appendCodePoint);
    return out.toString().strip();
  }

  private static boolean endsInBlank(StringBuilder text) {
    return text.charAt(text.length() - 1) == ' ';
  }

  private static boolean printable(int letter) {
    return switch (Character.getType(letter)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.UNASSIGNED,
          Character.PRIVATE_USE,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.SPACE_SEPARATOR ->
          false;
      default -> true;
    };
  }

  /// How many columns a text takes at most.
  static int columns(String text) {
    return text.codePoints().map(Wrapping::columns).sum();
  }

  private static int columns(int letter) {
    boolean punctuationOrLine =
        (letter >= 0x2000 && letter < 0x2300) || (letter >= 0x2500 && letter < 0x2600);
    return letter < 0x1100 || punctuationOrLine ? 1 : 2;
  }

  /// The text, cut to a number of columns.
  static String cut(String text, int columns, String mark) {
    if (columns(text) <= columns) {
      return text;
    }
    return fitting(text, columns - columns(mark)) + mark;
  }

  private static String fitting(String text, int columns) {
    StringBuilder out = new StringBuilder();
    int used = 0;
    for (int letter : text.codePoints().toArray()) {
      used += columns(letter);
      if (used > columns) {
        break;
      }
      out.appendCodePoint(letter);
    }
    return out.toString();
  }

  /// Pieces set one after the other with a blank between, none broken unless it is longer than a
  /// line.
  ///
  /// @param pieces words, or longer parts that should stay together
  /// @param columns the most columns of a line, at least 2
  /// @return the lines; none if there is nothing to set
  static List<String> fill(List<String> pieces, int columns) {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    for (String piece : pieces) {
      String rest = piece;
      if (!line.isEmpty() && columns(line.toString()) + 1 + columns(rest) <= columns) {
        line.append(' ').append(rest);
        continue;
      }
      if (!line.isEmpty()) {
        lines.add(line.toString());
        line.setLength(0);
      }
      while (columns(rest) > columns) {
        String part = fitting(rest, columns);
        lines.add(part);
        rest = rest.substring(part.length());
      }
      line.append(rest);
    }
    if (!line.isEmpty()) {
      lines.add(line.toString());
    }
    return lines;
  }

  /// A text broken between its words.
  static List<String> words(String text, int columns) {
    String clean = clean(text);
    return clean.isEmpty() ? List.of() : fill(List.of(clean.split(" ")), columns);
  }

  /// A text followed by blanks up to a number of columns.
  static String pad(String text, int columns) {
    return text + " ".repeat(Math.max(0, columns - columns(text)));
  }
}

package psyscall.reports.goroot;

/// Go's text as far as counting braces needs it.
final class GoText {
  private final String text;
  private final StringBuilder code;
  private int at;

  private GoText(String text) {
    this.text = text;
    this.code = new StringBuilder(text);
  }

  /// Puts spaces for comments, strings and characters; offsets and line ends stay. Assembly has the
  /// same comments.
  ///
  /// @param text the text of a file
  /// @return as long as the text
  static String blank(String text) {
    GoText scan = new GoText(text);
    while (scan.at < text.length()) {
      scan.next();
    }
    return scan.code.toString();
  }

  private void next() {
    char c = text.charAt(at);
    if (text.startsWith("//", at)) {
      blankTo(lineEnd());
    } else if (text.startsWith("/*", at)) {
      blankTo(behind("*/", at + 2));
    } else if (c == '`') {
      blankTo(behind("`", at + 1));
    } else if (c == '"' || c == '\'') {
      blankTo(behindQuoted(c));
    } else {
      at++;
    }
  }

  private void blankTo(int end) {
    for (; at < end; at++) {
      if (text.charAt(at) != '\n') {
        code.setCharAt(at, ' ');
      }
    }
  }

  private int lineEnd() {
    int end = text.indexOf('\n', at);
    return end < 0 ? text.length() : end;
  }

  private int behind(String closing, int from) {
    int end = text.indexOf(closing, from);
    return end < 0 ? text.length() : end + closing.length();
  }

  /// An unclosed quote ends with its line.
  private int behindQuoted(char quote) {
    int end = at + 1;
    while (end < text.length() && text.charAt(end) != '\n') {
      char c = text.charAt(end);
      if (c == quote) {
        return end + 1;
      }
      end += c == '\\' && end + 1 < text.length() && text.charAt(end + 1) != '\n' ? 2 : 1;
    }
    return end;
  }

  /// The offset behind the bracket that closes the one at `open`.
  ///
  /// @param code blanked text
  /// @param open the offset of a bracket, parenthesis or brace
  /// @return at most the length of the code
  static int closed(String code, int open) {
    int depth = 0;
    for (int at = open; at < code.length(); at++) {
      depth += depthOf(code.charAt(at));
      if (depth <= 0) {
        return at + 1;
      }
    }
    return code.length();
  }

  /// The offset of the bracket that opens the one at `close`.
  ///
  /// @param code blanked text
  /// @param close the offset of a closing bracket
  /// @return at least 0
  static int opened(String code, int close) {
    int depth = 0;
    for (int at = close; at >= 0; at--) {
      depth += depthOf(code.charAt(at));
      if (depth >= 0) {
        return at;
      }
    }
    return 0;
  }

  /// What a character adds to the depth of brackets.
  static int depthOf(char c) {
    return switch (c) {
      case '(', '[', '{' -> 1;
      case ')', ']', '}' -> -1;
      default -> 0;
    };
  }
}

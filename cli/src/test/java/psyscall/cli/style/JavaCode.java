package psyscall.cli.style;

import java.util.regex.Pattern;

/// Java text as far as counting braces needs it.
final class JavaCode {
  /// A text block is taken in long pieces: one character at a time, a long one is too deep a
  /// recursion.
  private static final Pattern NOT_CODE =
      Pattern.compile(
          """
          //[^\\n]*\
          |/\\*(?s:.*?)\\*/\
          |\"""(?s:[^"\\\\]*+(?:(?:\\\\.|"(?!""))[^"\\\\]*+)*+)\"""\
          |"(?:\\\\.|[^"\\\\\\n])*"\
          |'(?:\\\\.|[^'\\\\\\n])+'""");

  private JavaCode() {}

  /// Puts spaces for all that is not code; line ends stay.
  static String blank(String text) {
    return NOT_CODE.matcher(text).replaceAll(hit -> hit.group().replaceAll("[^\\n]", " "));
  }

  /// The offset of the brace that closes the one at `open`, or the end of the code.
  static int closing(String code, int open) {
    int depth = 0;
    for (int at = open; at < code.length(); at++) {
      switch (code.charAt(at)) {
        case '{' -> depth++;
        case '}' -> depth--;
        default -> {}
      }
      if (depth == 0) {
        return at;
      }
    }
    return code.length() - 1;
  }

  /// What stands between the brace at `open` and the statement, block or brace before it.
  static String header(String code, int open) {
    int start = open;
    while (start > 0 && ";{}".indexOf(code.charAt(start - 1)) < 0) {
      start--;
    }
    return code.substring(start, open).strip();
  }
}

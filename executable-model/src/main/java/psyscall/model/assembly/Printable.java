package psyscall.model.assembly;

/// Texts from files that somebody named, made fit for one line of output.
public final class Printable {
  private Printable() {}

  /// A text without characters that would break a line or steer a terminal.
  ///
  /// @param text any text
  /// @return the same with a question mark for each such character
  public static String of(String text) {
    return text.codePoints()
        .map(c -> steers(c) ? '?' : c)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  private static boolean steers(int c) {
    return Character.isISOControl(c)
        || Character.getType(c) == Character.FORMAT
        || Character.getType(c) == Character.LINE_SEPARATOR
        || Character.getType(c) == Character.PARAGRAPH_SEPARATOR
        || Character.getType(c) == Character.SURROGATE;
  }
}

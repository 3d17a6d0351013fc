package psyscall.reports.formats;

/// A file that is not a readable trace: the user's input is wrong, not the program.
///
/// The message is one line and tells what is wrong, where, and what was wanted instead.
public final class TraceFormatException extends Exception {
  private static final long serialVersionUID = 1L;

  private static final int GIVEN_LENGTH_MAX = 60;

  private TraceFormatException(String message) {
    super(message);
  }

  /// A part of a trace that is not as it should be.
  ///
  /// @param what what is wrong, such as `unknown value`
  /// @param where in which part of the file, such as `state 3, variable p.status`
  /// @param wanted what may stand there
  /// @return the error
  static TraceFormatException at(String what, String where, String wanted) {
    return new TraceFormatException(
        "not an ITF trace: what=" + what + ", where=" + where + ", wanted=" + wanted);
  }

  /// A good trace of something else than what is expected.
  ///
  /// @param what which part tells
  /// @param given what the trace says
  /// @param wanted what is expected
  /// @return the error
  static TraceFormatException another(String what, String given, String wanted) {
    return new TraceFormatException(
        "trace of something else: what=" + what + ", given=" + given + ", wanted=" + wanted);
  }

  /// A text of the file, fit for a message.
  ///
  /// @param text any text
  /// @return its beginning in quotes, without control characters
  static String quote(String text) {
    return "'" + shorten(text) + "'";
  }

  /// A text that may be long or hold anything, fit for a message.
  ///
  /// @param text any text
  /// @return its beginning, without control characters
  static String shorten(String text) {
    StringBuilder out = new StringBuilder();
    text.codePoints()
        .limit(GIVEN_LENGTH_MAX)
        .map(c -> Character.isISOControl(c) || Character.getType(c) == Character.FORMAT ? ' ' : c)
        .forEach(out::appendCodePoint);
    return text.codePointCount(0, text.length()) > GIVEN_LENGTH_MAX ? out + "..." : out.toString();
  }
}

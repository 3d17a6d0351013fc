package psyscall.model.trace2;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// Texts as Go quotes them, turned into the bytes that they stand for.
final class GoText {
  private static final String LETTERS = "abfnrtv\\\"'";
  private static final String MEANINGS = "\u0007\b\f\n\r\t\u000b\\\"'";
  private static final String LENGTHS = "xuU";
  private static final int OCTAL = 8;
  private static final int HEX = 16;
  private static final int BYTE_MAX = 0xff;

  private final String text;
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private int at;

  private GoText(String text) {
    this.text = text;
  }

  /// Takes the quotes off.
  ///
  /// @param quoted a text in double or in back quotes, one character for each byte
  /// @return its bytes, or nothing if it is not quoted as Go does
  static Optional<byte[]> unquote(String quoted) {
    int last = quoted.length() - 1;
    if (last < 1 || quoted.charAt(0) != quoted.charAt(last)) {
      return Optional.empty();
    }
    String inner = quoted.substring(1, last);
    if (quoted.charAt(0) == '`') {
      return inner.indexOf('`') < 0
          ? Optional.of(inner.getBytes(StandardCharsets.ISO_8859_1))
          : Optional.empty();
    }
    return quoted.charAt(0) == '"' ? new GoText(inner).bytes() : Optional.empty();
  }

  private Optional<byte[]> bytes() {
    while (at < text.length()) {
      char letter = text.charAt(at++);
      if (letter == '"' || (letter == '\\' && !escape())) {
        return Optional.empty();
      }
      if (letter != '\\') {
        out.write(letter);
      }
    }
    return Optional.of(out.toByteArray());
  }

  private boolean escape() {
    if (at == text.length()) {
      return false;
    }
    char letter = text.charAt(at);
    int known = LETTERS.indexOf(letter);
    if (known >= 0) {
      at++;
      out.write(MEANINGS.charAt(known));
      return true;
    }
    if (letter >= '0' && letter <= '7') {
      return number(3, OCTAL, false);
    }
    at++;
    int digits = LENGTHS.indexOf(letter);
    return digits >= 0 && number(2 << digits, HEX, letter != 'x');
  }

  /// Reads the digits of an escape; says whether they are ones.
  private boolean number(int digits, int base, boolean isLetter) {
    int value = 0;
    for (int taken = 0; taken < digits; taken++, at++) {
      int digit = at < text.length() ? Character.digit(text.charAt(at), base) : -1;
      if (digit < 0 || value > Character.MAX_CODE_POINT) {
        return false;
      }
      value = value * base + digit;
    }
    if (!isLetter) {
      out.write(value);
      return value <= BYTE_MAX;
    }
    if (!Character.isValidCodePoint(value)) {
      return false;
    }
    out.writeBytes(Character.toString(value).getBytes(StandardCharsets.UTF_8));
    return true;
  }
}

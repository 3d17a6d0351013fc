package psyscall.model.eventlog;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import psyscall.model.observe.TraceFault;

/// One line of JSON (RFC 8259): an object whose values are numbers, texts, true, false or null.
final class FlatObject {
  /// What is told of the fields, in the order in which they stand.
  interface Fields {
    /// A whole number of 64 bits.
    void number(String name, long value) throws Rejected;

    /// A text.
    void text(String name, String value) throws Rejected;

    /// Null.
    void nothing(String name) throws Rejected;

    /// Another value: true, false, a fraction, or a number that does not fit.
    void other(String name) throws Rejected;
  }

  /// What is wrong with a field, as the beginning of a message.
  static final class Rejected extends Exception {
    private static final long serialVersionUID = 1L;

    Rejected(String what) {
      super(what, null, false, false);
    }
  }

  private static final int HEX_DIGITS = 4;

  private final byte[] bytes;
  private final int begin;
  private final int end;
  private final long line;
  private final long position;
  private int at;

  /// The bytes from `begin` to before `end`, which are a line at a place of a log.
  FlatObject(byte[] bytes, int begin, int end, long line, long position) {
    this.bytes = bytes;
    this.begin = begin;
    this.end = end;
    this.line = line;
    this.position = position;
    this.at = begin;
  }

  /// Tells the fields.
  ///
  /// @throws TraceFault if the line is no such object, or a field is rejected
  void read(Fields fields) throws TraceFault {
    expect('{');
    if (!isNext('}')) {
      do {
        String name = text();
        expect(':');
        int value = skipBlanks();
        try {
          value(name, fields);
        } catch (Rejected e) {
          at = value;
          throw wrong(String.valueOf(e.getMessage()));
        }
      } while (isNext(','));
      expect('}');
    }
    if (skipBlanks() < end) {
      throw wrong("more behind the object");
    }
  }

  private void value(String name, Fields fields) throws TraceFault, Rejected {
    int first = at < end ? bytes[at] : -1;
    if (first == '"') {
      fields.text(name, text());
    } else if (first == '-' || isDigit(first)) {
      number(name, fields);
    } else if (isWord("null")) {
      fields.nothing(name);
    } else if (isWord("true") || isWord("false")) {
      fields.other(name);
    } else {
      throw wrong("not a number, text, true, false or null");
    }
  }

  private void number(String name, Fields fields) throws TraceFault, Rejected {
    int from = at;
    if (bytes[at] == '-') {
      at++;
    }
    int digits = at;
    digits();
    if (bytes[digits] == '0' && at > digits + 1) {
      throw wrong("a number that begins with 0");
    }
    int whole = at;
    if (at < end && bytes[at] == '.') {
      at++;
      digits();
    }
    if (at < end && (bytes[at] == 'e' || bytes[at] == 'E')) {
      at++;
      if (at < end && (bytes[at] == '+' || bytes[at] == '-')) {
        at++;
      }
      digits();
    }
    if (at > whole || whole - digits > Long.toString(Long.MAX_VALUE).length()) {
      fields.other(name);
      return;
    }
    long value;
    try {
      value = Long.parseLong(new String(bytes, from, whole - from, StandardCharsets.US_ASCII));
    } catch (NumberFormatException _) {
      fields.other(name);
      return;
    }
    fields.number(name, value);
  }

  private void digits() throws TraceFault {
    int from = at;
    while (at < end && isDigit(bytes[at])) {
      at++;
    }
    if (at == from) {
      throw wrong("not a digit");
    }
  }

  private static boolean isDigit(int octet) {
    return octet >= '0' && octet <= '9';
  }

  private boolean isWord(String word) {
    if (end - at < word.length()) {
      return false;
    }
    for (int letter = 0; letter < word.length(); letter++) {
      if (bytes[at + letter] != word.charAt(letter)) {
        return false;
      }
    }
    at += word.length();
    return true;
  }

  /// A text with its quotes.
  private String text() throws TraceFault {
    expect('"');
    int from = at;
    while (at < end && bytes[at] != '"' && bytes[at] != '\\') {
      control();
      at++;
    }
    if (at < end && bytes[at] == '"') {
      return decoded(from, at++);
    }
    return escaped(from);
  }

  private String escaped(int begins) throws TraceFault {
    StringBuilder text = new StringBuilder();
    int from = begins;
    while (at < end && bytes[at] != '"') {
      if (bytes[at] == '\\') {
        text.append(decoded(from, at));
        at++;
        text.append(escape());
        from = at;
      } else {
        control();
        at++;
      }
    }
    if (at == end) {
      throw wrong("a text without its end");
    }
    return text.append(decoded(from, at++)).toString();
  }

  private void control() throws TraceFault {
    if (bytes[at] >= 0 && bytes[at] < ' ') {
      throw wrong("a control character in a text");
    }
  }

  private char escape() throws TraceFault {
    int letter = at < end ? bytes[at++] : -1;
    int which = "\"\\/bfnrt".indexOf(letter);
    if (letter >= 0 && which >= 0) {
      return "\"\\/\b\f\n\r\t".charAt(which);
    }
    if (letter != 'u' || end - at < HEX_DIGITS) {
      throw wrong("not an escape");
    }
    int code = 0;
    for (int digit = 0; digit < HEX_DIGITS; digit++) {
      int value = Character.digit(bytes[at], 16);
      if (value < 0) {
        throw wrong("not a hexadecimal digit");
      }
      code = code << 4 | value;
      at++;
    }
    return (char) code;
  }

  private String decoded(int from, int to) throws TraceFault {
    if (isAscii(from, to)) {
      return new String(bytes, from, to - from, StandardCharsets.US_ASCII);
    }
    try {
      return StandardCharsets.UTF_8
          .newDecoder()
          .decode(ByteBuffer.wrap(bytes, from, to - from))
          .toString();
    } catch (CharacterCodingException _) {
      at = from;
      throw wrong("a text that is not UTF-8");
    }
  }

  private boolean isAscii(int from, int to) {
    for (int octet = from; octet < to; octet++) {
      if (bytes[octet] < 0) {
        return false;
      }
    }
    return true;
  }

  /// Where the next byte that is no blank is.
  private int skipBlanks() {
    while (at < end && (bytes[at] == ' ' || bytes[at] == '\t' || bytes[at] == '\r')) {
      at++;
    }
    return at;
  }

  private void expect(char sign) throws TraceFault {
    if (!isNext(sign)) {
      throw wrong("wanted=" + sign);
    }
  }

  /// Whether a sign comes next, behind blanks; it is taken then.
  private boolean isNext(char sign) {
    if (skipBlanks() < end && bytes[at] == sign) {
      at++;
      return true;
    }
    return false;
  }

  private TraceFault wrong(String what) {
    return new TraceFault(
        TraceFault.Trouble.NOT_A_TRACE,
        position + (at - begin),
        "not a line of an event log: line=%d, column=%d, %s".formatted(line, at - begin + 1, what));
  }
}

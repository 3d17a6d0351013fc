package psyscall.model.decode;

/// A reading position in the bytes of a routine.
///
/// Behind the end it reads zeros and remembers that, so that an instruction that is cut off is
/// noticed once, when it has been read.
final class CodeCursor {
  private final byte[] code;
  private int position;
  private boolean ranOut;

  /// Begins at the first byte.
  CodeCursor(byte[] code) {
    this(code, 0);
  }

  /// Begins at a byte.
  CodeCursor(byte[] code, int position) {
    this.code = code;
    this.position = position;
  }

  int position() {
    return position;
  }

  boolean atEnd() {
    return position >= code.length;
  }

  /// Whether something was read behind the end.
  boolean ranOut() {
    return ranOut;
  }

  int peek() {
    return atEnd() ? 0 : Byte.toUnsignedInt(code[position]);
  }

  int u8() {
    int value = peek();
    ranOut |= atEnd();
    position++;
    return value;
  }

  /// Passes over bytes.
  void skip(int bytes) {
    for (int i = 0; i < bytes; i++) {
      u8();
    }
  }

  long s8() {
    return (byte) u8();
  }

  long s16() {
    return (short) little(2);
  }

  long s32() {
    return (int) little(4);
  }

  long s64() {
    return little(8);
  }

  private long little(int bytes) {
    long value = 0;
    for (int i = 0; i < bytes; i++) {
      value |= (long) u8() << (8 * i);
    }
    return value;
  }
}

package psyscall.spec.machine;

/// How many bits an operand has.
public enum Width {
  BYTE(1),
  WORD(2),
  DOUBLE(4),
  QUAD(8);

  private final int bytes;

  Width(int bytes) {
    this.bytes = bytes;
  }

  /// The size in memory.
  ///
  /// @return 1, 2, 4 or 8 bytes
  public int bytes() {
    return bytes;
  }

  /// The size as a word.
  ///
  /// @return 8, 16, 32 or 64 bits
  public int bits() {
    return 8 * bytes;
  }
}

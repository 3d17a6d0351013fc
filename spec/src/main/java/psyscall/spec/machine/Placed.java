package psyscall.spec.machine;

/// An instruction at its place.
///
/// @param address where it begins. A routine that was read from text has addresses of its own
///   making
/// @param length how many bytes it has; 2 for SYSCALL; 16 for others that were read from text
/// @param instruction what is there
public record Placed(long address, int length, Instruction instruction) {
  /// Where the instruction after it begins, if there is no gap.
  ///
  /// @return its address and its length together
  public long end() {
    return address + length;
  }
}

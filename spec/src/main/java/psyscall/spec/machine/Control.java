package psyscall.spec.machine;

/// What decides how SYSCALL and SYSRET change the ring, and the base of FS.
public enum Control implements Cell {
  /// Where SYSCALL jumps to, 64 bits.
  LSTAR(64),
  /// The selectors: bits 47..32 for SYSCALL, bits 63..48 for SYSRET.
  STAR(64),
  /// The flags that SYSCALL clears, 64 bits of which the low 32 count.
  FMASK(64),
  /// Whether SYSCALL is an instruction at all, 1 bit.
  EFER_SCE(1),
  /// The ring: 0 in the kernel, 3 in user code, 2 bits.
  CPL(2),
  /// The code selector, 16 bits.
  CS(16),
  /// The stack selector, 16 bits.
  SS(16),
  /// What is added to an address with an FS prefix, 64 bits.
  FS_BASE(64);

  private final int width;

  Control(int width) {
    this.width = width;
  }

  /// How wide it is.
  ///
  /// @return the width in bits
  public int width() {
    return width;
  }
}

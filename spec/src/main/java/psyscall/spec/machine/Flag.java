package psyscall.spec.machine;

/// A bit of RFLAGS.
///
/// The six that [#isArithmetic] names are written by instructions. The others matter where SYSCALL
/// saves and masks them. IOPL has two bits. Bit 1 is always set and is no flag.
public enum Flag implements Cell {
  CF(0),
  PF(2),
  AF(4),
  ZF(6),
  SF(7),
  TF(8),
  IF(9),
  DF(10),
  OF(11),
  IOPL0(12),
  IOPL1(13),
  NT(14),
  RF(16),
  VM(17),
  AC(18),
  VIF(19),
  VIP(20),
  ID(21);

  /// The bit that is set in every value of RFLAGS: index 1, value 2.
  public static final long ALWAYS = 2;

  private final int bit;

  Flag(int bit) {
    this.bit = bit;
  }

  /// Its position in RFLAGS.
  ///
  /// @return the index of the bit, from 0
  public int bit() {
    return bit;
  }

  /// Its value in RFLAGS.
  ///
  /// @return 2 to the power of its index
  public long mask() {
    return 1L << bit;
  }

  /// Whether arithmetic writes it.
  ///
  /// @return whether it is CF, PF, AF, ZF, SF or OF
  public boolean isArithmetic() {
    return switch (this) {
      case CF, PF, AF, ZF, SF, OF -> true;
      case TF, IF, DF, IOPL0, IOPL1, NT, RF, VM, AC, VIF, VIP, ID -> false;
    };
  }
}

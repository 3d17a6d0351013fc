package psyscall.spec.machine;

/// A general register of x86-64, in the order of its number in machine code.
public enum Register implements Cell {
  RAX("AX"),
  RCX("CX"),
  RDX("DX"),
  RBX("BX"),
  RSP("SP"),
  RBP("BP"),
  RSI("SI"),
  RDI("DI"),
  R8("R8"),
  R9("R9"),
  R10("R10"),
  R11("R11"),
  R12("R12"),
  R13("R13"),
  R14("R14"),
  R15("R15");

  private final String plan9;

  Register(String plan9) {
    this.plan9 = plan9;
  }

  /// The name in Go's assembly.
  ///
  /// @return such as `AX`
  public String plan9() {
    return plan9;
  }

  /// All 64 bits as an operand.
  ///
  /// @return the operand
  public Operand.Reg quad() {
    return new Operand.Reg(this, Width.QUAD);
  }

  /// The low 32 bits as an operand; a write clears the upper half.
  ///
  /// @return the operand
  public Operand.Reg wide() {
    return new Operand.Reg(this, Width.DOUBLE);
  }
}

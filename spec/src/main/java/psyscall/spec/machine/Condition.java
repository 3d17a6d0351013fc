package psyscall.spec.machine;

/// What a conditional jump asks the flags, in the order of its number in machine code.
public enum Condition {
  /// Overflow.
  O,
  /// No overflow.
  NO,
  /// Unsigned less; also called C and NAE, in Go LO and CS.
  B,
  /// Unsigned greater or equal; also called NC and NB, in Go HS and CC.
  AE,
  /// Equal; also called Z.
  E,
  /// Not equal; also called NZ.
  NE,
  /// Unsigned less or equal; in Go LS.
  BE,
  /// Unsigned greater; in Go HI.
  A,
  /// Negative; in Go MI.
  S,
  /// Not negative; in Go PL.
  NS,
  /// Even parity of the low byte.
  P,
  /// Odd parity of the low byte.
  NP,
  /// Signed less; in Go LT.
  L,
  /// Signed greater or equal; in Go GE.
  GE,
  /// Signed less or equal; in Go LE.
  LE,
  /// Signed greater; in Go GT.
  G
}

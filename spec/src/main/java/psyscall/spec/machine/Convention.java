package psyscall.spec.machine;

/// How a routine is called: where arguments and results are, and what it must keep.
public enum Convention {
  /// Go's ABI0: arguments and results in the caller's frame above the return address; RSP is kept.
  GO_STACK,
  /// Go's ABIInternal since 1.17: arguments and results in RAX, RBX, RCX, RDI, RSI, R8, R9, R10,
  /// R11; R14 is the current g; RSP and RBP are kept.
  GO_REGISTERS,
  /// System V: arguments in RDI, RSI, RDX, RCX, R8, R9, the result in RAX; RBX, RBP, RSP and R12 to
  /// R15 are kept.
  C
}

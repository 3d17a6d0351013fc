package psyscall.spec.machine;

import java.util.List;

/// How a routine is called: where arguments and results are, and what it must keep.
public enum Convention {
  /// Go's ABI0: arguments and results in the caller's frame above the return address.
  GO_STACK,
  /// Go's ABIInternal since 1.17: arguments and results in RAX, RBX, RCX, RDI, RSI, R8, R9, R10,
  /// R11; R14 is the current g.
  GO_REGISTERS,
  /// System V: arguments in RDI, RSI, RDX, RCX, R8, R9, the result in RAX.
  C;

  /// The registers that a callee keeps.
  ///
  /// @return the stack pointer first
  public List<Register> kept() {
    return switch (this) {
      case GO_STACK -> List.of(Register.RSP, Register.RBP);
      case GO_REGISTERS -> List.of(Register.RSP, Register.RBP, Register.R14);
      case C ->
          List.of(
              Register.RSP,
              Register.RBP,
              Register.RBX,
              Register.R12,
              Register.R13,
              Register.R14,
              Register.R15);
    };
  }
}

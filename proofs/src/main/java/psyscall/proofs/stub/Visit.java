package psyscall.proofs.stub;

import psyscall.spec.semantics.SymbolicState;

/// A point at which the routine is left for a while.
///
/// @param what the callee's name; `SYSCALL` for the kernel, `vdso` for a call of the vDSO
/// @param before the state when it is left
/// @param after the state when it goes on
public record Visit(String what, SymbolicState before, SymbolicState after) {
  /// Whether the kernel is visited, or what stands for it.
  ///
  /// @return false for other callees
  public boolean isKernel() {
    return what.equals("SYSCALL") || what.equals("vdso");
  }
}

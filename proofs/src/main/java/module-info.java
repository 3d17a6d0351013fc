import org.jspecify.annotations.NullMarked;

/// Proves what the checker cannot exhaust.
@NullMarked
module psyscall.proofs {
  requires transitive psyscall.checker;
  requires tools.aqua.turnkey.z3;

  exports psyscall.proofs;
  exports psyscall.proofs.contract;
  exports psyscall.proofs.encoding;
  exports psyscall.proofs.obligation;
  exports psyscall.proofs.smt;
}

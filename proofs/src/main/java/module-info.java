import org.jspecify.annotations.NullMarked;

/// Proves what the checker cannot exhaust.
@NullMarked
@SuppressWarnings("requires-automatic") // Z3's archive describes no module
module psyscall.proofs {
  requires transitive psyscall.checker;
  requires z3.turnkey;

  exports psyscall.proofs;
  exports psyscall.proofs.encoding;
  exports psyscall.proofs.obligation;
  exports psyscall.proofs.smt;
}

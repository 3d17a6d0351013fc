import org.jspecify.annotations.NullMarked;

/// Proves what the checker cannot exhaust.
@NullMarked
module psyscall.proofs {
  requires transitive psyscall.checker;
}

/// What a proof comes to: theorems, each a list of obligations with a verdict and a time.
///
/// Entry types: a [psyscall.proofs.obligation.Theorem] is proved with a
/// [psyscall.proofs.obligation.Prover], and each [psyscall.proofs.obligation.Discharge] is one
/// printed line. An obligation without a question is refused, since it would hold of nothing. A
/// time-out or an unknown is no success.
///
/// Depends on [psyscall.proofs.smt] and on releases and mutations of `psyscall.spec`. Leaves out
/// the theorems themselves.
@NullMarked
package psyscall.proofs.obligation;

import org.jspecify.annotations.NullMarked;

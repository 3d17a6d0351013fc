/// What is proved: named theorems, each a list of obligations with a verdict and a time.
///
/// Entry types: [psyscall.proofs.obligation.Theorems] is the catalogue,
/// [psyscall.proofs.obligation.Prover] the way to a solver, and each
/// [psyscall.proofs.obligation.Discharge] one printed line. An obligation is about rules; one about
/// none is refused, since it would hold of nothing. Only `Proved` is a success.
///
/// Depends on [psyscall.proofs.encoding], [psyscall.proofs.smt] and the specifications of
/// `psyscall.spec`. Leaves out proofs for any number of threads.
@NullMarked
package psyscall.proofs.obligation;

import org.jspecify.annotations.NullMarked;

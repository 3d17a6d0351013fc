/// Proofs of claims about all values of a register, and about all states that an invariant allows,
/// reachable or not.
///
/// Entry types: [psyscall.proofs.Theorems], the catalogue, and [psyscall.proofs.MutantProof], which
/// asks it about a wrong semantics. The solver's own types stay in [psyscall.proofs.smt].
///
/// Depends on all packages of this module. Leaves out worlds that grow.
@NullMarked
package psyscall.proofs;

import org.jspecify.annotations.NullMarked;

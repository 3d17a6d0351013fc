/// Claims about a protocol proved by induction over its steps, with a strengthening that is found.
///
/// Entry type: [psyscall.proofs.induction.Ownership]. Guesses that the variables of a specification
/// suggest are pruned to those that every step keeps; with them the claim has to be kept by every
/// step too.
///
/// Depends on [psyscall.proofs.encoding], [psyscall.proofs.obligation] and the specifications of
/// `psyscall.spec`. Leaves out proofs for any number of threads.
@NullMarked
package psyscall.proofs.induction;

import org.jspecify.annotations.NullMarked;

/// Proofs of claims that have no bound: any number of threads, processors and goroutines, all
/// values of a register.
///
/// It may depend on all modules before it. What talks to the solver will stand in a package of its
/// own, the only one that sees the solver's types.
@NullMarked
package psyscall.proofs;

import org.jspecify.annotations.NullMarked;

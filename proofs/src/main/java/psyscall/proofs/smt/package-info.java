/// A typed face over the solver Z3: truths, machine words and byte memories as formulas, a solver
/// that proves or refutes, and each query as SMT-LIB text for a second solver.
///
/// Entry types: [psyscall.proofs.smt.Smt] makes formulas and solvers, [psyscall.proofs.smt.Solver]
/// answers with a [psyscall.proofs.smt.Proof]. The only package that sees Z3's own types.
///
/// Depends on Z3. Leaves out quantifiers, integers without bounds and functions: what is encoded is
/// finite or bits, so that any solver of `QF_ABV` can be asked.
@NullMarked
package psyscall.proofs.smt;

import org.jspecify.annotations.NullMarked;

/// What can be said of a specification without running it: how it prints, what each rule touches,
/// and what its paths are to a solver.
///
/// Entry types: [psyscall.spec.analysis.ProcedurePrinter] shows a procedure as Go would write it,
/// [psyscall.spec.analysis.Footprint] is the places that a rule reads and writes, and
/// [psyscall.spec.analysis.SymbolicPaths] makes conditions and updates of a rule.
///
/// Depends on [psyscall.spec.term], [psyscall.spec.process], [psyscall.spec.rule] and
/// [psyscall.spec.citation]. Leaves out evaluation (module `psyscall.model`) and every solver's own
/// language (module `psyscall.proofs`).
@NullMarked
package psyscall.spec.analysis;

import org.jspecify.annotations.NullMarked;

/// Which states count as one, so that a search visits one of each.
///
/// Entry types: [psyscall.checker.reduction.Reduction] and, for what keeps symmetry from being
/// used, [psyscall.checker.reduction.SymmetryCheck]. Id sorts are scalarsets: rules cannot tell
/// their individuals apart except by what the state says of them. So two states that differ by a
/// permutation of individuals have the same futures, up to that permutation, and
/// [psyscall.checker.reduction.Symmetry] takes one of them for all.
///
/// Depends on `psyscall.model` and `psyscall.spec`. It leaves out partial order, and the search.
@NullMarked
package psyscall.checker.reduction;

import org.jspecify.annotations.NullMarked;

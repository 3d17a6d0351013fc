/// The fold of terms and rules to formulas, for a fixed finite world.
///
/// Entry types: [psyscall.proofs.encoding.TermEncoding] turns a term into an
/// [psyscall.proofs.encoding.Image], [psyscall.proofs.encoding.Relation] the rules of a
/// specification into steps between two states of unknowns. An array is one image for each
/// individual, a quantifier is all of its instances, a set is a truth for each individual; ids,
/// enumerations and numbers are words. Nothing here knows a procedure.
///
/// Depends on the language of `psyscall.spec`, its symbolic paths, and [psyscall.proofs.smt].
/// Leaves out worlds that grow, and what is proved ([psyscall.proofs.obligation]).
@NullMarked
package psyscall.proofs.encoding;

import org.jspecify.annotations.NullMarked;

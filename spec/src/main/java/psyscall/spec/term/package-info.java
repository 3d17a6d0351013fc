/// The abstract syntax of specifications: sorts and terms.
///
/// Entry types: [psyscall.spec.term.Sort] and [psyscall.spec.term.Term], which every fold takes
/// apart. Terms are made through the typed handles of [psyscall.spec.expr].
///
/// Depends on nothing. Leaves out statements and steps ([psyscall.spec.process]) and every meaning:
/// evaluation is a fold.
@NullMarked
package psyscall.spec.term;

import org.jspecify.annotations.NullMarked;

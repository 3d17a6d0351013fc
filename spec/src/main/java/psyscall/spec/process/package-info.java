/// Processes: labels, statements and procedures, before they are flattened into rules.
///
/// A label starts one atomic step; everything up to the next label happens at once. A procedure
/// ([psyscall.spec.process.Procedure]) records its text by running Java code; a
/// [psyscall.spec.process.Protocol] is all texts of a system, the form that mutations change.
///
/// Depends on [psyscall.spec.term], [psyscall.spec.expr] and [psyscall.spec.citation]. Leaves out
/// inlining (the package `psyscall.spec.rule`) and meaning.
@NullMarked
package psyscall.spec.process;

import org.jspecify.annotations.NullMarked;

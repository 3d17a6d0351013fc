/// The typed handles that specifications are written with.
///
/// A handle is a term with a Java type: a goroutine, a thread and a processor cannot be swapped,
/// and an id that may be nil ([psyscall.spec.expr.Opt]) cannot be followed without a test. Entry
/// types: [psyscall.spec.expr.Ids] for id sorts and [psyscall.spec.expr.Type] for all sorts.
///
/// Depends on [psyscall.spec.term]. Leaves out statements ([psyscall.spec.process]).
@NullMarked
package psyscall.spec.expr;

import org.jspecify.annotations.NullMarked;

/// Whether events that were observed are allowed: the automaton that follows from the rules of the
/// lifecycle, over worlds that grow.
///
/// Entry type: [psyscall.checker.conformance.OpenLifecycle]. Nothing about Go is written here but
/// the names of the variables that a report asks for: the rules are folded, term by term, first
/// into forms ([psyscall.checker.conformance.Form]) over columns of numbers, then into bytecode.
/// Depends on `psyscall.spec` and on the memory allowance of `psyscall.model.observe`. Leaves out
/// which events a trace stands for.
@NullMarked
package psyscall.checker.conformance;

import org.jspecify.annotations.NullMarked;

/// The plain interpreter: the meaning of a term and of a rule.
///
/// Entry types: [psyscall.model.interpret.Interpreter] for fixed finite worlds, and
/// [psyscall.model.interpret.StepSemantics] for a driver that executes one rule at a time in a
/// store of its own, such as a world that grows. Every other execution of a specification is judged
/// by this one, so it prefers to be read.
///
/// Depends on `psyscall.spec` and [psyscall.model.behavior]. Leaves out which step is taken next.
@NullMarked
package psyscall.model.interpret;

import org.jspecify.annotations.NullMarked;

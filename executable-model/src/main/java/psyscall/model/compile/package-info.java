/// Terms and rules compiled to bytecode: the next-state function that a search runs.
///
/// Entry type: [psyscall.model.compile.CompiledSpecification]. The meaning is that of
/// [psyscall.model.interpret]; the two are compared on every state of small worlds and on random
/// specifications. A specification in a world becomes one hidden class with one method for each
/// pair of a rule and an actor, which reads and writes packed states
/// ([psyscall.model.layout.Layout]) and allocates nothing.
///
/// Depends on `psyscall.spec` and [psyscall.model.layout]. Leaves out events and clauses of steps,
/// which only a counterexample needs: it is replayed in the interpreter.
@NullMarked
package psyscall.model.compile;

import org.jspecify.annotations.NullMarked;

/// The plain search through all states of a specification: breadth first, one loop, one thread,
/// over the interpreter.
///
/// Entry type: [psyscall.checker.search.BreadthFirstSearch]. It may depend on `psyscall.model`,
/// `psyscall.spec` and the other packages of this module. It is the yardstick of every faster
/// search, so it prefers to be read: it leaves out reductions, threads and packed states, and how a
/// result is shown (it returns an [psyscall.checker.search.Exploration] and prints nothing).
@NullMarked
package psyscall.checker.search;

import org.jspecify.annotations.NullMarked;

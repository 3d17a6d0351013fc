/// The plain search: breadth first, one loop, one thread, over the interpreter, states as objects.
///
/// Entry type: [psyscall.checker.plain.PlainSearch]. It is the yardstick of the search that people
/// use, so it prefers to be read, and shares nothing with that one but the types of options and
/// results. It leaves out reductions, threads and packed states.
@NullMarked
package psyscall.checker.plain;

import org.jspecify.annotations.NullMarked;

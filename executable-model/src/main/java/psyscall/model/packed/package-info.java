/// Values in packed form that are more than a number, as generated code works on them: queues in a
/// word, memories in a region of an array; and what it throws.
///
/// Entry types: [psyscall.model.packed.PackedQueue] and [psyscall.model.packed.PackedMemory].
/// Depends on [psyscall.model.interpret] for the error alone. Leaves out where the values lie in a
/// state ([psyscall.model.layout]).
@NullMarked
package psyscall.model.packed;

import org.jspecify.annotations.NullMarked;

/// What generated code works on and calls: queues in a word, memories in a region of an array, the
/// memory of the last step, the question that a choice is; and what it throws.
///
/// Entry types: [psyscall.model.packed.PackedQueue], [psyscall.model.packed.PackedMemory] and
/// [psyscall.model.packed.Stepper]. Depends on [psyscall.model.interpret] for the error alone.
/// Leaves out where the values lie in a state ([psyscall.model.layout]).
@NullMarked
package psyscall.model.packed;

import org.jspecify.annotations.NullMarked;

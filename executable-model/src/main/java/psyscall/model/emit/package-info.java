/// Code of terms: bytecode that reads a packed state and leaves the value of a term on the stack,
/// or jumps by it.
///
/// Entry type: [psyscall.model.emit.TermEmitter]. Depends on `psyscall.spec`,
/// [psyscall.model.layout] and [psyscall.model.packed]. Leaves out statements, steps and the class
/// that the code becomes a part of ([psyscall.model.compile]).
@NullMarked
package psyscall.model.emit;

import org.jspecify.annotations.NullMarked;

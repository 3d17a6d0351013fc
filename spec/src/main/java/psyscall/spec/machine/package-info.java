/// The part of x86-64 that system calls of Go and C need, as data: registers, flags, operands,
/// instructions, routines.
///
/// [psyscall.spec.machine.Instruction] and [psyscall.spec.machine.Routine] are what the readers of
/// assembly text and of machine code produce; what an instruction does is said in
/// `psyscall.spec.semantics`.
///
/// Depends on [psyscall.spec.term] for its error alone. Leaves out segments but for the base of FS,
/// paging, vectors and floating point, and the hidden parts of segment registers.
@NullMarked
package psyscall.spec.machine;

import org.jspecify.annotations.NullMarked;

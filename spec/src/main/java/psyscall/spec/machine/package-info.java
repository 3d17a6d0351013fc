/// The part of x86-64 that system calls of Go and C need: registers, flags, memory, instructions,
/// and what each instruction does.
///
/// Data first: [psyscall.spec.machine.Instruction] and [psyscall.spec.machine.Routine] are what the
/// readers of assembly text and of machine code produce. [psyscall.spec.machine.Semantics] is the
/// one meaning of an instruction: terms of the language over the values before it, which are
/// executed, compiled, given to a solver and composed with the runtime.
///
/// Depends on [psyscall.spec.term], [psyscall.spec.expr] and [psyscall.spec.process]. Leaves out
/// what the kernel does between SYSCALL and SYSRET ([psyscall.spec.kernel]), segments but for the
/// base of FS, paging, vectors and floating point, and the hidden parts of segment registers.
@NullMarked
package psyscall.spec.machine;

import org.jspecify.annotations.NullMarked;

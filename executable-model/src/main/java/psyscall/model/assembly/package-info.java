/// Routines with SYSCALL that others wrote, read into the instructions of our machine.
///
/// Here is what the two readers share: [psyscall.model.assembly.Reading] is a routine that was read
/// or the place where the subset ended, [psyscall.model.assembly.Correspondence] compares a routine
/// of a text with the same one in a linked program. The readers are `psyscall.model.plan9` for Go's
/// assembly, and `psyscall.model.elf` with `psyscall.model.decode` for programs and libraries.
///
/// Depends on [psyscall.spec.machine]. Leaves out what the routines mean.
@NullMarked
package psyscall.model.assembly;

import org.jspecify.annotations.NullMarked;

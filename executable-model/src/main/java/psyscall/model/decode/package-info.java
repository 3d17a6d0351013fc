/// Machine code of x86-64 into instructions: a decoder of the subset that routines with SYSCALL
/// need.
///
/// Entry type: [psyscall.model.decode.Decoder]. What is not in the subset is said so, with its
/// address and bytes, and is never guessed. Which encoding an instruction had is forgotten; its
/// length is kept.
///
/// Depends on [psyscall.spec.machine]. Leaves out vectors, the x87, far jumps, the high byte
/// registers, 16-bit addresses, LOCK and the segment GS.
@NullMarked
package psyscall.model.decode;

import org.jspecify.annotations.NullMarked;

/// Executes a few instructions on the processor that this runs on, with chosen values in all
/// general registers and flags, and reads them all back.
///
/// Entry type: [psyscall.model.trampoline.Trampoline]. The machine code around what is examined is
/// [psyscall.model.trampoline.Listing], written down instruction by instruction; it runs in memory
/// that is made executable through the foreign-function interface, so nothing native is built.
/// [psyscall.model.trampoline.Host] tells whether this machine has what that needs.
///
/// Depends on [psyscall.spec.machine] and [psyscall.spec.kernel]. Leaves out vector registers,
/// segment registers and the trap flag, and what is examined, and why (`psyscall.model.live`).
@NullMarked
package psyscall.model.trampoline;

import org.jspecify.annotations.NullMarked;

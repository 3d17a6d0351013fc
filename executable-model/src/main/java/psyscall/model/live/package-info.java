/// Compares the semantics with the processor and the kernel that this runs on: random registers and
/// flags, a real SYSCALL, and all registers and flags after it.
///
/// Entry type: [psyscall.model.live.LiveRun]. The machine code that sets and stores the registers is
/// [psyscall.model.live.Listing], written down instruction by instruction; it runs in memory that is
/// made executable through the foreign-function interface, so nothing native is built. The calls are
/// those of [psyscall.model.live.SafeCall]. What is claimed of a vector comes from
/// `psyscall.spec.kernel` and is compiled ([psyscall.model.live.Judges]); nothing of it is written
/// here again.
///
/// Depends on `psyscall.spec` and [psyscall.model.compile]. Leaves out vector registers, segment
/// registers, the trap flag, calls that wait, and what calls do to memory.
@NullMarked
package psyscall.model.live;

import org.jspecify.annotations.NullMarked;

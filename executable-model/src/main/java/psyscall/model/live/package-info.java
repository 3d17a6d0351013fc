/// Compares the semantics with the processor and the kernel that this runs on: random registers and
/// flags, a real SYSCALL or another instruction, and all registers and flags after it.
///
/// Entry type: [psyscall.model.live.LiveRun]. The calls are [psyscall.model.live.SafeCall]s. What
/// is claimed of a vector comes from `psyscall.spec.kernel` and `psyscall.spec.semantics` and is
/// compiled ([psyscall.model.live.Judges]); nothing of it is written here again.
///
/// Depends on `psyscall.spec`, [psyscall.model.compile] and [psyscall.model.trampoline]. Leaves out
/// calls that wait, and what calls do to memory.
@NullMarked
package psyscall.model.live;

import org.jspecify.annotations.NullMarked;

/// The way of a call from a program to a service of the virtual kernel, and back.
///
/// Entry type: [psyscall.model.trap.CallGate]. A call becomes a number and arguments, the release's
/// stub puts them into registers, SYSCALL and the trap handler save them, the table finds the
/// service, and the service reads its arguments from what was saved; its result goes the same way
/// back. All of it is the terms of `psyscall.spec.stub`, `.semantics` and `.kernel`; Java says only
/// which argument means what.
///
/// Depends on [psyscall.model.machine], [psyscall.model.kernel] and [psyscall.model.workload].
/// Leaves out the scheduler, and what services write to the user's memory.
@NullMarked
package psyscall.model.trap;

import org.jspecify.annotations.NullMarked;

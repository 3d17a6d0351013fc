/// What Linux does between SYSCALL and the instruction after it, and what of it a user sees.
///
/// [psyscall.spec.kernel.Dispatcher] finds the service, [psyscall.spec.kernel.Restart] says what a
/// signal makes of its result, [psyscall.spec.kernel.Return] goes back by SYSRET or IRET, and
/// [psyscall.spec.kernel.RoundTrip] is all of it in a row. [psyscall.spec.kernel.UserView] is the
/// contract that stubs are judged against: SYSCALL as one instruction.
///
/// Depends on [psyscall.spec.semantics]. Leaves out what services do, seccomp, ptrace, Xen, 32-bit
/// entries and the kernel's own stack.
@NullMarked
package psyscall.spec.kernel;

import org.jspecify.annotations.NullMarked;

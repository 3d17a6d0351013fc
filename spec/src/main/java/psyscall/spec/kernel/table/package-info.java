/// The system calls that Go's runtime makes for itself.
///
/// Entry type: [psyscall.spec.kernel.table.SystemCalls]: names and numbers by release, from where
/// each is called, with or without a P, on which stack, and why the scheduler is not told.
///
/// Depends on [psyscall.spec.citation] and [psyscall.spec.release]. Leaves out the calls that
/// programs make through package `syscall`, and what the kernel does with a call
/// (`psyscall.spec.kernel`).
@NullMarked
package psyscall.spec.kernel.table;

import org.jspecify.annotations.NullMarked;

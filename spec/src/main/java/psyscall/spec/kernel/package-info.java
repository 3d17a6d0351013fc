/// What the kernel does with a system call, and which ones Go's runtime makes for itself.
///
/// Entry types: [psyscall.spec.kernel.SystemCalls], the table of the runtime's own calls: names and
/// numbers by release, from where each is made, with or without a P, on which stack, and why the
/// scheduler is not told.
///
/// Depends on [psyscall.spec.citation] and [psyscall.spec.release]. Leaves out the calls that
/// programs make through package `syscall`, and what a call does to files.
@NullMarked
package psyscall.spec.kernel;

import org.jspecify.annotations.NullMarked;

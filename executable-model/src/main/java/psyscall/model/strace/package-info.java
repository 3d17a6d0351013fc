/// Logs of strace: the system calls of a process as the kernel saw them, a line each.
///
/// Entry types: [psyscall.model.strace.StraceLog], which reads what `strace -f -ttt -e raw=all -o
/// FILE` writes, and [psyscall.model.strace.StraceRecord], which is what a line says.
///
/// Depends on [psyscall.model.observe] and on the restart codes of the specification of the kernel.
/// Leaves out arguments that strace has decoded, and whether a log is possible.
@NullMarked
package psyscall.model.strace;

import org.jspecify.annotations.NullMarked;

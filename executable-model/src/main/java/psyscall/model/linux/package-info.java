/// The kernel of this machine: calls that programs make are made for real, through the
/// foreign-function interface.
///
/// Entry type: [psyscall.model.linux.RealKernel]. Depends on [psyscall.model.kernel] and
/// [psyscall.model.workload]. Leaves out who calls and when, and all programs.
@NullMarked
package psyscall.model.linux;

import org.jspecify.annotations.NullMarked;

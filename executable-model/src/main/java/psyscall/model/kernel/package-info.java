/// A kernel in virtual time, for programs that are run by the rules.
///
/// Entry types: [psyscall.model.kernel.Kernel], what a run asks of a kernel, and
/// [psyscall.model.kernel.VirtualKernel], the services in virtual time, whose results are those in
/// RAX. Depends on [psyscall.model.workload], [psyscall.model.machine] and, for distributions
/// alone, Apache Commons Math. Leaves out the scheduler, which it does not know, all programs, and
/// how a call gets here, which is [psyscall.model.trap].
@NullMarked
package psyscall.model.kernel;

import org.jspecify.annotations.NullMarked;

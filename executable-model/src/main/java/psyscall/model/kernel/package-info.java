/// A kernel in virtual time, for programs that are run by the rules.
///
/// Entry type: [psyscall.model.kernel.VirtualKernel]. What a signal does to a wait is said by the
/// terms of `psyscall.spec.kernel`. Depends on [psyscall.model.workload] and
/// [psyscall.model.machine]. Leaves out the scheduler, which it does not know, and all programs.
@NullMarked
package psyscall.model.kernel;

import org.jspecify.annotations.NullMarked;

/// The reference implementation: the rules of a release run a program of goroutines, in virtual
/// time and with a kernel of their own, or on real threads with the kernel of this machine.
///
/// Entry types: [psyscall.model.workload.Workload], what is run, and
/// [psyscall.model.run.VirtualRun] and [psyscall.model.run.ThreadedRun], which run it. Nothing here
/// says what Go does: each step is one of the rules, and this package answers only what the rules
/// leave to the world, which is time and the kernel.
///
/// Depends on [psyscall.model.interpret], [psyscall.model.kernel], [psyscall.model.linux],
/// [psyscall.model.schedule], [psyscall.model.trap] and the runtime layer of the specification.
/// Leaves out files and printing, and compiled rules.
@NullMarked
package psyscall.model.run;

import org.jspecify.annotations.NullMarked;

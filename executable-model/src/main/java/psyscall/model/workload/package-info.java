/// Programs of goroutines, with the arguments of their operations.
///
/// Entry type: [psyscall.model.workload.Workload]. Depends on the runtime layer of the
/// specification. Leaves out files, which the command line reads, and how a program runs.
@NullMarked
package psyscall.model.workload;

import org.jspecify.annotations.NullMarked;

/// Programs for the reference implementation: files that describe them, those that psyscall brings,
/// and what a run of one says.
///
/// Entry types: [psyscall.cli.workload.WorkloadFile], [psyscall.cli.workload.ShippedPrograms] and
/// [psyscall.cli.workload.RunReport]. Depends on `psyscall.cli.session`, `psyscall.cli.input` and
/// `psyscall.cli.output`. Leaves out how a program runs: `psyscall.model.run` does that.
@NullMarked
package psyscall.cli.workload;

import org.jspecify.annotations.NullMarked;

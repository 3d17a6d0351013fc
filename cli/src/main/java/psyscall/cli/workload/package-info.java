/// Programs for the reference implementation: files that describe them, those that psyscall brings,
/// and which of them is asked for.
///
/// Entry types: [psyscall.cli.workload.WorkloadFile], [psyscall.cli.workload.ShippedPrograms] and
/// [psyscall.cli.workload.ProgramChoice]. Depends on `psyscall.cli.session` and
/// `psyscall.cli.input`. Leaves out how a program runs: `psyscall.cli.run` does that.
@NullMarked
package psyscall.cli.workload;

import org.jspecify.annotations.NullMarked;

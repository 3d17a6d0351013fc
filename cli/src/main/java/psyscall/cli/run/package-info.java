/// Runs of the reference implementation, for the command line: what is run and judged, one run or
/// many, and what is said of them.
///
/// Entry types: [psyscall.cli.run.RunPlan], what is run, [psyscall.cli.run.RunReport] and
/// [psyscall.cli.run.RunDocument], what one run says, and [psyscall.cli.run.RunSeries], many runs.
/// Depends on `psyscall.cli.session`, `psyscall.cli.input` and `psyscall.cli.output`. Leaves out
/// where programs come from: `psyscall.cli.workload` reads them.
@NullMarked
package psyscall.cli.run;

import org.jspecify.annotations.NullMarked;

/// What `check` does between its options and its report: which searches are made, how each one ran,
/// what its verdicts mean for the exit code, where a counterexample is kept.
///
/// Entry types: [psyscall.cli.check.Check] is one search that is asked for,
/// [psyscall.cli.check.PreparedCheck] the same as it can begin, [psyscall.cli.check.CheckRun] makes
/// it, [psyscall.cli.check.Outcome] is what came of it, [psyscall.cli.check.GoOrder] what Go's own
/// order of queues makes of a violation. Depends on `psyscall.checker`, on `psyscall.cli.session`
/// and on `psyscall.cli.input`. Leaves out how an outcome is shown (`psyscall.cli.output`).
@NullMarked
package psyscall.cli.check;

import org.jspecify.annotations.NullMarked;

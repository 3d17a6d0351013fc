/// Recorded runs of real programs, judged: files of every format, one report each, and the matrix
/// of releases and scenarios.
///
/// Entry types: [psyscall.cli.conform.FormatJudge], one for each format, and
/// [psyscall.cli.conform.Judged], what is said about a file. Depends on
/// `psyscall.checker.oracle`, [psyscall.cli.output] and [psyscall.cli.session]. Leaves out the
/// words of the command line.
@NullMarked
package psyscall.cli.conform;

import org.jspecify.annotations.NullMarked;

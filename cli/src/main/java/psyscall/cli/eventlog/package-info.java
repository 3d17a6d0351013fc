/// Logs of events on the command line: answers line by line while a log is written, and what would
/// be allowed after a log.
///
/// Entry types: [psyscall.cli.eventlog.LiveJudge] and [psyscall.cli.eventlog.AllowedReport].
/// Depends on `psyscall.checker.eventlog`, [psyscall.cli.output] and [psyscall.cli.session]. Leaves
/// out the words of the command line.
@NullMarked
package psyscall.cli.eventlog;

import org.jspecify.annotations.NullMarked;

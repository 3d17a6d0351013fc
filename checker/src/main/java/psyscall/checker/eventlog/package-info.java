/// Judges logs of events by the lifecycle, one event after the other, and tells what it would allow
/// next.
///
/// Entry type: [psyscall.checker.eventlog.EventLogJudge]. Depends on
/// [psyscall.checker.conformance], which is the automaton, and on `psyscall.model.eventlog`, which
/// reads the lines. Leaves out what is printed.
@NullMarked
package psyscall.checker.eventlog;

import org.jspecify.annotations.NullMarked;

/// Logs of events in the vocabulary of the lifecycle, one JSON object a line: what any scheduler
/// can write about itself.
///
/// Entry types: [psyscall.model.eventlog.EventLog], which reads, and
/// [psyscall.model.eventlog.EventLogWriter]. Which events there are is asked of the rules of the
/// lifecycle ([psyscall.model.eventlog.Vocabulary]); the page docs/event-log.md tells the format.
/// JSON is read here and not by a library, because this module and those before it need nothing but
/// the JDK at run time; a test of the command line compares with Jackson.
///
/// Depends on [psyscall.model.observe] and on the lifecycle of the specification. Leaves out
/// whether an event is allowed.
@NullMarked
package psyscall.model.eventlog;

import org.jspecify.annotations.NullMarked;

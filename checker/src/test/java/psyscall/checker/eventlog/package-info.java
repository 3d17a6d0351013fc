/// Tests of the judge of event logs: a scheduler of another design, and small logs.
@NullMarked
package psyscall.checker.eventlog;

import org.jspecify.annotations.NullMarked;

/// What may listen to a run: it writes the run's events down, or adds up what they say.
///
/// Entry types: [psyscall.model.listen.EventRecorder] and [psyscall.model.listen.RunTally]. Depends
/// on [psyscall.model.run] and [psyscall.model.eventlog]. Leaves out what it is printed like.
@NullMarked
package psyscall.model.listen;

import org.jspecify.annotations.NullMarked;

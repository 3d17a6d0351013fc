/// Who moves next, and how the choices are answered that nothing in the world decides.
///
/// Entry type: [psyscall.model.schedule.Scheduler]. Depends on [psyscall.spec.process] alone.
/// Leaves out time: whoever asks has a clock.
@NullMarked
package psyscall.model.schedule;

import org.jspecify.annotations.NullMarked;

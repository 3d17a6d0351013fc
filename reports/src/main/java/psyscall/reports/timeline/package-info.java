/// Draws a behaviour as text: a lane for each actor, time downwards.
///
/// Entry type: [psyscall.reports.timeline.Timeline], which takes a behaviour, a caption and a look
/// and gives lines back. What runs beside the lanes comes from [psyscall.reports.timeline.Bands];
/// for Go's scheduler that is [psyscall.reports.timeline.ProcessorBands].
///
/// Depends on `psyscall.spec` and `psyscall.model`. Leaves out where the text goes: `psyscall.cli`
/// prints it.
@NullMarked
package psyscall.reports.timeline;

import org.jspecify.annotations.NullMarked;

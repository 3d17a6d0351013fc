/// Execution traces of Go 1.5 to 1.21, in the first format: one stream of events for each P, put
/// into one order.
///
/// Entry type: [psyscall.model.trace1.ProcessorTrace]. The bytes have no index, so a first pass
/// over the file finds where the buffers of each P lie and refuses what is no event; it allocates
/// nothing for an event. A second pass walks one cursor for each P at the same time. From 1.7 on
/// an event waits until its goroutine has the number and the state that the event asks for, and
/// among those that wait for nothing the earliest comes first; the 1.5 format has numbers that are
/// counted over all Ps.
///
/// Depends on [psyscall.model.observe]. Leaves out stacks, strings, labels and samples of the
/// processor's time, whose bytes are skipped; that a text has the same number as another is not
/// noticed.
@NullMarked
package psyscall.model.trace1;

import org.jspecify.annotations.NullMarked;

/// Reads execution traces of Go 1.22 and later: streams of threads, in generations.
///
/// Entry types: [psyscall.model.trace2.ThreadTrace], which gives the events of a file in an order
/// that their numbers allow, and [psyscall.model.trace2.TextTrace], which turns Go's text form of
/// such a trace into its bytes.
///
/// Depends on `psyscall.model.observe` only. Leaves out stacks and samples of the processor, which
/// are passed over, and every judgement: an event that makes no sense is delivered where it stands.
@NullMarked
package psyscall.model.trace2;

import org.jspecify.annotations.NullMarked;

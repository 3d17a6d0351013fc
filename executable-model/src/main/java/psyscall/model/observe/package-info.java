/// What real runs say: one event after the other, in an order that their numbers allow, whatever
/// the format.
///
/// Entry types: [psyscall.model.observe.EventSource], which readers of each format implement, and
/// [psyscall.model.observe.TraceEvent], the one event that they fill again and again. Readers put
/// events into an order and say what cannot be read; they never judge whether an event is allowed
/// (that is the oracle's work), so that a wrong judgement cannot change the order.
///
/// Depends on nothing of the project. Leaves out the formats themselves (each has a package).
@NullMarked
package psyscall.model.observe;

import org.jspecify.annotations.NullMarked;

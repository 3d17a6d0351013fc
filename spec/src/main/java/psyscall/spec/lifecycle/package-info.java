/// The lifecycle layer: the automata of goroutine and processor, who holds each P, and the events
/// that move them.
///
/// Entry type: [psyscall.spec.lifecycle.Lifecycle]. Read first
/// [psyscall.spec.lifecycle.GoroutineEvents] and [psyscall.spec.lifecycle.ProcessorEvents]: an
/// event is what it needs and what it changes. The layer speaks of any number of threads, Ps and
/// goroutines. By itself it is a specification of one process, in which whatever is allowed may
/// happen; [psyscall.spec.lifecycle.Refinement] ties a layer below to it. Recorded runs of Go are
/// judged by the same events ([psyscall.spec.lifecycle.Lifecycle#ofTraces]).
///
/// Depends on [psyscall.spec.process], [psyscall.spec.rule] and [psyscall.spec.state]. Leaves out
/// how events come about ([psyscall.spec.runtime]).
@NullMarked
package psyscall.spec.lifecycle;

import org.jspecify.annotations.NullMarked;

/// The state of the runtime layer: Go's `m`, `p`, `g` and `sched`, field by field, and what
/// goroutines do.
///
/// Entry type: [psyscall.spec.state.RuntimeState]. The classes are named after Go's structures:
/// [psyscall.spec.state.Threads] holds the fields of `m`, [psyscall.spec.state.Processors] those of
/// `p`, [psyscall.spec.state.Goroutines] those of `g`, [psyscall.spec.state.Sched] those of
/// `sched`. The glossary: a *thread* is Go's M, a *processor* its P, a *goroutine* its G; *idle
/// list* is `sched.pidle`; a P *in limbo* is in no list, some thread holds it in a local variable.
/// A [psyscall.spec.state.Queue] is a set with a free pick, or in Go's order.
///
/// Depends on [psyscall.spec.expr]. Leaves out the steps ([psyscall.spec.runtime]).
@NullMarked
package psyscall.spec.state;

import org.jspecify.annotations.NullMarked;

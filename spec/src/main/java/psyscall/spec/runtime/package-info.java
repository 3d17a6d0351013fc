/// The runtime layer: the system-call protocol of a release of Go in atomic steps, one class per
/// procedure of `runtime/proc.go`. The text is that of 1.10.8; where a later release differs, it
/// asks for the change by name ([psyscall.spec.release.Change]).
///
/// Entry type: [psyscall.spec.runtime.GoRuntime] builds the protocol for a release, sizes, programs
/// and features. Read first [psyscall.spec.runtime.ReenterSyscall] and
/// [psyscall.spec.runtime.ExitSyscallFast]. A class has its procedure's name and its statements in
/// Go's order; each label cites its step of the fact sheet. A section of `sched.lock` is one step,
/// except in stop-the-world and start-the-world: the scan of the first races with compare-and-swaps
/// of the P's status.
///
/// Depends on [psyscall.spec.process] and [psyscall.spec.state]. Leaves out what `docs/limits.md`
/// lists: locked goroutines, the poller, timers, garbage collection work, the tracer, and
/// asynchronous preemption, which came after 1.10.
@NullMarked
package psyscall.spec.runtime;

import org.jspecify.annotations.NullMarked;

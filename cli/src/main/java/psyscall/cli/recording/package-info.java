/// Execution traces of real Go programs, made on demand: toolchains of releases by the Go client,
/// the scenario programs of `conformance/go` built with them, and their runs.
///
/// Entry type: [psyscall.cli.recording.Recorder]. Depends on `psyscall.cli.session`,
/// `psyscall.cli.input` and `psyscall.cli.output`. Leaves out what a trace says: a judge tells.
@NullMarked
package psyscall.cli.recording;

import org.jspecify.annotations.NullMarked;

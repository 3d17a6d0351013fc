/// What a search of the same scenario costs in Spin, and in ours.
///
/// Entry types: [psyscall.benchmarks.peer.SpinFolder], which makes Spin's verifiers and runs them,
/// and [psyscall.benchmarks.peer.OwnSearch]. Depends on `process` and `probe`. It leaves out the
/// order of the runs and the table.
@NullMarked
package psyscall.benchmarks.peer;

import org.jspecify.annotations.NullMarked;

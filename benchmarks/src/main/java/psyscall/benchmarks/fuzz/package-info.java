/// Hostile traces: recorded ones that were damaged, and some that were written to do harm, given to
/// the readers and to the oracle.
///
/// Entry types: [psyscall.benchmarks.fuzz.Fuzzing] and [psyscall.benchmarks.fuzz.FuzzReport], which
/// `./benchmarks/fuzz-readers` starts. Depends on `psyscall.checker.oracle` and on the readers of
/// `psyscall.model`. It leaves out what is answered of traces that are in order: the tests of the
/// oracle have that.
@NullMarked
package psyscall.benchmarks.fuzz;

import org.jspecify.annotations.NullMarked;

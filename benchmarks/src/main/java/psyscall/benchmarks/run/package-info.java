/// The speed of the reference implementation.
///
/// Entry type: [psyscall.benchmarks.run.RunBenchmark], which JMH runs. Depends on `psyscall.model`.
/// Leaves out whole programs, which a test compares with what real releases did.
@NullMarked
package psyscall.benchmarks.run;

import org.jspecify.annotations.NullMarked;

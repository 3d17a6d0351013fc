/// The commands `./benchmarks/run`, which measures and writes `docs/performance.md`, and
/// `./benchmarks/against-spin` and `./benchmarks/against-go-reader`, which write the sections of
/// that page that have Spin and Go's reader of traces in them.
///
/// Entry types: [psyscall.benchmarks.PerformanceReport], [psyscall.benchmarks.SpinReport] and
/// [psyscall.benchmarks.TraceReport]. Depends on everything below it. It leaves out how the classes
/// that it runs are built and which JDK runs them: that is the scripts'.
@NullMarked
package psyscall.benchmarks;

import org.jspecify.annotations.NullMarked;

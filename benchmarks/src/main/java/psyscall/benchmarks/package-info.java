/// The commands `./benchmarks/run`, which measures and writes `docs/performance.md`, and
/// `./benchmarks/against-spin`, `./benchmarks/against-go-reader` and `./benchmarks/virtual-runs`,
/// which write the sections of that page about Spin, Go's reader of traces, and runs in virtual
/// time.
///
/// Entry types: [psyscall.benchmarks.PerformanceReport], [psyscall.benchmarks.SpinReport],
/// [psyscall.benchmarks.TraceReport] and [psyscall.benchmarks.RunReport]. Depends on everything
/// below it. It leaves out how the classes that it runs are built and which JDK runs them: that is
/// the scripts'.
@NullMarked
package psyscall.benchmarks;

import org.jspecify.annotations.NullMarked;

/// The commands `./benchmarks/run`, which measures and writes `docs/performance.md`, and
/// `./benchmarks/against-spin`, which writes the section of that page that has Spin in it.
///
/// Entry types: [psyscall.benchmarks.PerformanceReport], [psyscall.benchmarks.SpinReport]. Depends
/// on everything below it. It leaves out how the classes that it runs are built and which JDK runs
/// them: that is the scripts'.
@NullMarked
package psyscall.benchmarks;

import org.jspecify.annotations.NullMarked;

/// The command `./benchmarks/run`: measures, and writes `docs/performance.md`.
///
/// Entry type: [psyscall.benchmarks.PerformanceReport]. Depends on everything below it. It leaves
/// out how the classes that it runs are built and which JDK runs them: that is the script's.
@NullMarked
package psyscall.benchmarks;

import org.jspecify.annotations.NullMarked;

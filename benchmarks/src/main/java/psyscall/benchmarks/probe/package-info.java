/// What is measured in a process of its own: a whole search, the machine's memory, and the reading
/// and judging of a recorded trace.
///
/// Entry types: [psyscall.benchmarks.probe.SearchProbe], [psyscall.benchmarks.probe.MemoryProbe]
/// and [psyscall.benchmarks.probe.TraceProbe]. Depends on `psyscall.benchmarks.process`,
/// `psyscall.benchmarks.workload`, `psyscall.checker.search` and `psyscall.checker.oracle`. It
/// leaves out the hot parts, which JMH starts by itself, and what is said about the figures.
@NullMarked
package psyscall.benchmarks.probe;

import org.jspecify.annotations.NullMarked;

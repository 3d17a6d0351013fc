/// What is measured in a process of its own: a whole search, and the machine's memory.
///
/// Entry types: [psyscall.benchmarks.probe.SearchProbe] and
/// [psyscall.benchmarks.probe.MemoryProbe]. Depends on `psyscall.benchmarks.process`,
/// `psyscall.benchmarks.workload` and `psyscall.checker.search`. It leaves out the hot parts, which
/// JMH starts by itself, and what is said about the figures.
@NullMarked
package psyscall.benchmarks.probe;

import org.jspecify.annotations.NullMarked;

/// What is measured: scenarios, and samples of their states.
///
/// Entry type: [psyscall.benchmarks.workload.Workloads]. Depends on `spec`, `executable-model` and
/// `psyscall.checker.store`. It leaves out any measuring.
@NullMarked
package psyscall.benchmarks.workload;

import org.jspecify.annotations.NullMarked;

/// What was measured, and the page that tells it.
///
/// Entry type: [psyscall.benchmarks.document.PerformancePage]. Depends on the figures of
/// `psyscall.benchmarks.probe`. It leaves out measuring: the page is a function of the results.
@NullMarked
package psyscall.benchmarks.document;

import org.jspecify.annotations.NullMarked;

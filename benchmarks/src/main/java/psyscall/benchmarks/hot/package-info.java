/// Benchmarks of the hot parts of a search, one class for each question, with the plain way beside
/// the fast one.
///
/// Entry: JMH, which knows them by their annotations. Depends on `psyscall.benchmarks.workload` and
/// on what is measured. It leaves out whole searches.
@NullMarked
package psyscall.benchmarks.hot;

import org.jspecify.annotations.NullMarked;

/// What several runs say together.
///
/// Entry type: [psyscall.model.statistics.Estimate]. Depends on Apache Commons Math. Leaves out
/// what is measured.
@NullMarked
package psyscall.model.statistics;

import org.jspecify.annotations.NullMarked;

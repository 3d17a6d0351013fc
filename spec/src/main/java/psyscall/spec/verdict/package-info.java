/// What a check can answer.
///
/// Entry type: [psyscall.spec.verdict.Verdict]. Depends on nothing.
@NullMarked
package psyscall.spec.verdict;

import org.jspecify.annotations.NullMarked;

/// Tests of the exports: what is written for small systems, and what is refused.
///
/// Depends on [psyscall.checker.toy]. That Spin counts as we do is the matter of
/// `.ci/spin-agreement`.
@NullMarked
package psyscall.checker.export;

import org.jspecify.annotations.NullMarked;

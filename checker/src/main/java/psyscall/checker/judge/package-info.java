/// What a search finds out about properties: the verdicts, from what was seen while steps were
/// taken and from passes over the explored graph.
///
/// Entry type: [psyscall.checker.judge.Verdicts]. Depends on `psyscall.checker.graph`,
/// `psyscall.checker.problem`, `psyscall.checker.store` and `psyscall.model`. It leaves out the
/// order in which states are explored.
@NullMarked
package psyscall.checker.judge;

import org.jspecify.annotations.NullMarked;

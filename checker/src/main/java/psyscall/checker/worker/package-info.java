/// The loop of a search: one worker for each thread, and the frontiers from which it takes states.
///
/// Entry type: [psyscall.checker.worker.Worker]. Depends on `psyscall.checker.problem`,
/// `psyscall.checker.store`, `psyscall.checker.reduction` and `psyscall.model`. It leaves out when
/// a search ends, and its verdicts.
@NullMarked
package psyscall.checker.worker;

import org.jspecify.annotations.NullMarked;

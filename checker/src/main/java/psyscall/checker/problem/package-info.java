/// What a search is given, in the form in which workers use it, and what it leaves behind for the
/// verdicts.
///
/// Entry types: [psyscall.checker.problem.Problem] and [psyscall.checker.problem.Explored]. Depends
/// on `psyscall.checker.store`, `psyscall.checker.reduction` and `psyscall.model`. It leaves out
/// the search itself and the verdicts.
@NullMarked
package psyscall.checker.problem;

import org.jspecify.annotations.NullMarked;

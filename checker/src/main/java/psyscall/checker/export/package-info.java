/// Specifications in the languages of other checkers, for a second opinion on ours.
///
/// Entry type: [psyscall.checker.export.Promela], for Spin. Each way through a rule with each
/// answer to its choices ([psyscall.spec.analysis.SymbolicPaths]) becomes one transition of one
/// process, so that Spin stores exactly the states that our search counts without symmetry.
///
/// Depends on `psyscall.model.behavior`, `psyscall.model.interpret` and `psyscall.spec`. Leaves out
/// machine words, memory and queues, the properties that are about steps, and rests beside polling
/// that goes round by more steps than a limit, or of which more than one is possible at a time.
@NullMarked
package psyscall.checker.export;

import org.jspecify.annotations.NullMarked;

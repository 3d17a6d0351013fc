/// The model for other Java programs: one world of Go's scheduler, step by step.
///
/// Entry type: [psyscall.model.library.Model]. `docs/library.md` has programs of a few lines, which
/// a test compiles and runs.
///
/// Depends on `psyscall.model.behavior`, `psyscall.model.interpret` and `psyscall.spec`. Leaves out
/// time, for which there is `psyscall.model.run`, and the search for violations, which is the work
/// of the module `psyscall.checker`.
@NullMarked
package psyscall.model.library;

import org.jspecify.annotations.NullMarked;

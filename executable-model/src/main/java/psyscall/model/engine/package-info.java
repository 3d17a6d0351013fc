/// What a driver executes rules with: one rule for one actor, in place, with answers from outside,
/// by compiled rules or by interpreted ones.
///
/// Entry types: [psyscall.model.engine.Engine], [psyscall.model.engine.Engines], which makes one,
/// [psyscall.model.engine.StepView], what a step was, and [psyscall.model.engine.RecentSteps], what
/// the last ones were. Depends on [psyscall.model.compile] and
/// [psyscall.model.interpret]. Leaves out who moves next, and when.
@NullMarked
package psyscall.model.engine;

import org.jspecify.annotations.NullMarked;

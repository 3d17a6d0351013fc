/// What a driver executes rules with: one rule for one actor, in place, with answers from outside.
///
/// Entry type: [psyscall.model.engine.StepView], what a step was. Depends on
/// [psyscall.model.behavior] and the rules of the specification. Leaves out who moves next, and
/// when.
@NullMarked
package psyscall.model.engine;

import org.jspecify.annotations.NullMarked;

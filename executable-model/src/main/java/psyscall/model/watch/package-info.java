/// The claims of the specification, judged while a run goes on.
///
/// Entry types: [psyscall.model.watch.WatchableClaims], which of them a run can judge, and
/// [psyscall.model.watch.ClaimWatch], which judges them, by the engine of the run or by the
/// interpreter. Nothing here says what holds: the terms are those of [psyscall.spec.property].
/// Depends on [psyscall.model.run], [psyscall.model.engine] and [psyscall.model.interpret]. Leaves
/// out claims about what could have happened, or may still happen: a run shows one way only.
@NullMarked
package psyscall.model.watch;

import org.jspecify.annotations.NullMarked;

/// A counterexample as a run: its steps are taken again, one after the other, in virtual time, and
/// whoever listens to a run is told of them.
///
/// Entry types: [psyscall.model.replay.FollowedRun], and [psyscall.model.replay.DefaultArguments],
/// which gives a program without arguments some. Depends on [psyscall.model.run] and
/// [psyscall.model.interpret]. Leaves out files: the command line reads counterexamples.
@NullMarked
package psyscall.model.replay;

import org.jspecify.annotations.NullMarked;

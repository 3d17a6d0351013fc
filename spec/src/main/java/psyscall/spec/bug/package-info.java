/// Bugs that Go really had, over its releases: what history says of each.
///
/// Entry type: [psyscall.spec.bug.Bugs]. Depends on [psyscall.spec.release],
/// [psyscall.spec.scenario] and [psyscall.spec.mutation]. Leaves out the mutants, which nobody
/// made, and how a bug is looked for.
@NullMarked
package psyscall.spec.bug;

import org.jspecify.annotations.NullMarked;

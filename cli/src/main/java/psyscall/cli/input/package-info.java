/// Words of the command line made into values: limits, the manner of a search, random walks, and
/// names of the catalogues with their nearest choices.
///
/// Entry types: [psyscall.cli.input.Bounds], [psyscall.cli.input.Manner],
/// [psyscall.cli.input.Walks] and [psyscall.cli.input.Names]. Depends on `psyscall.cli.session`,
/// `psyscall.checker.search` and the catalogues of `psyscall.spec`. Leaves out the options
/// themselves, which stand in the verbs.
@NullMarked
package psyscall.cli.input;

import org.jspecify.annotations.NullMarked;

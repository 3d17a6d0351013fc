/// Single entries of the catalogues at length: what a thing says, why, where it comes from, its
/// text.
///
/// Entry type: [psyscall.cli.explain.Explanations]. Depends on `psyscall.spec`, on its printers, on
/// `psyscall.model.layout` and on `psyscall.cli.output`. Leaves out what a run finds
/// (`psyscall.cli.check`).
@NullMarked
package psyscall.cli.explain;

import org.jspecify.annotations.NullMarked;

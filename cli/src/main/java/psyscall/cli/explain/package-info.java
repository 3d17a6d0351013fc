/// Single entries of the catalogues at length: what a thing says, why, where it comes from, its
/// text.
///
/// Entry types: [psyscall.cli.explain.Explanations], and [psyscall.cli.explain.Automata] for the
/// automata of goroutine and processor in their other forms. Depends on `psyscall.spec`, on its
/// printers, on `psyscall.model.layout`, `psyscall.reports.automaton` and `psyscall.cli.output`.
/// Leaves out what a run finds (`psyscall.cli.check`).
@NullMarked
package psyscall.cli.explain;

import org.jspecify.annotations.NullMarked;

/// What two releases have different: the changes between them, the statements that each changes,
/// and the properties that hold in one and not in the other.
///
/// Entry types: [psyscall.cli.diff.TextDiff] of the texts and [psyscall.cli.diff.VerdictDiff] of
/// what is judged; [psyscall.cli.diff.DiffReport] and [psyscall.cli.diff.DiffDocument] show both.
/// Depends on `psyscall.cli.catalog`, `psyscall.cli.check` and `psyscall.cli.output`.
@NullMarked
package psyscall.cli.diff;

import org.jspecify.annotations.NullMarked;

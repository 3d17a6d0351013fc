/// The rules of `StyleTest`: what no compiler checks, told as `path:line: what, use what`.
///
/// The entry is [psyscall.cli.style.StyleRule]; a rule sees one file, or the whole tree.
@NullMarked
package psyscall.cli.style;

import org.jspecify.annotations.NullMarked;

/// The command line: one file a verb, and the only package that prints, reads system properties or
/// ends the process.
///
/// The entry is [psyscall.cli.Main]. It may depend on everything; nothing depends on it.
@NullMarked
package psyscall.cli;

import org.jspecify.annotations.NullMarked;

/// What `abi` prints.
///
/// Entry types: [psyscall.cli.abi.TraceReport] and [psyscall.cli.abi.LiveReport]. Depends on
/// `psyscall.model.machine`, `psyscall.model.live`, [psyscall.cli.input] and on
/// [psyscall.cli.output]. Leaves out the words of the command line.
@NullMarked
package psyscall.cli.abi;

import org.jspecify.annotations.NullMarked;

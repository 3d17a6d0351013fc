/// What `abi` prints.
///
/// Entry type: [psyscall.cli.abi.TraceReport]. Depends on `psyscall.model.machine` and on
/// [psyscall.cli.output]. Leaves out the words of the command line.
@NullMarked
package psyscall.cli.abi;

import org.jspecify.annotations.NullMarked;

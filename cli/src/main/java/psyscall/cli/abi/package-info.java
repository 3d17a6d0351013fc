/// What `abi` prints.
///
/// Entry types: [psyscall.cli.abi.TraceReport], [psyscall.cli.abi.LiveReport],
/// [psyscall.cli.abi.ContractReport] and [psyscall.cli.abi.MutantReport]. Depends on
/// `psyscall.model`, `psyscall.proofs`, [psyscall.cli.input] and on [psyscall.cli.output]. Leaves
/// out the words of the command line.
@NullMarked
package psyscall.cli.abi;

import org.jspecify.annotations.NullMarked;

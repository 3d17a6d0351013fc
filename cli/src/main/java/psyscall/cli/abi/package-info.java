/// The verb `abi` with its parts, and what it prints.
///
/// Entry types: [psyscall.cli.abi.AbiVerb], [psyscall.cli.abi.TraceReport],
/// [psyscall.cli.abi.LiveReport], [psyscall.cli.abi.ContractReport] and
/// [psyscall.cli.abi.MutantReport]. Depends on `psyscall.model`, `psyscall.proofs`,
/// [psyscall.cli.input] and on [psyscall.cli.output]. Leaves out the proofs and the machine.
@NullMarked
package psyscall.cli.abi;

import org.jspecify.annotations.NullMarked;

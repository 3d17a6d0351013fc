/// Routines that others wrote, held against a contract for all values of all registers.
///
/// Entry type: [psyscall.proofs.contract.Judge] takes what a reader made of a routine and gives a
/// [psyscall.proofs.contract.Judgement]. The paths are those of `psyscall.proofs.stub`, by the one
/// semantics of instructions and with RCX and R11 unknown after SYSCALL. There are three contracts,
/// see [psyscall.proofs.contract.ContractKind].
///
/// Depends on [psyscall.proofs.stub], [psyscall.proofs.obligation], `psyscall.model.assembly` and
/// the machine of `psyscall.spec`. Leaves out what the kernel writes into memory, and stores
/// through pointers that are given into the routine's own frame.
@NullMarked
package psyscall.proofs.contract;

import org.jspecify.annotations.NullMarked;

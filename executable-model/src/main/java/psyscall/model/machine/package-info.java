/// Executes instructions on concrete values, by evaluating the terms of their meaning.
///
/// [psyscall.model.machine.Processor] takes one instruction; [psyscall.model.machine.CallTrace]
/// steps one system call of a stub from the program through the kernel and back, for `abi trace`.
///
/// Depends on `psyscall.spec` and [psyscall.model.interpret]. Leaves out speed: what must be fast
/// is compiled from the same terms.
@NullMarked
package psyscall.model.machine;

import org.jspecify.annotations.NullMarked;

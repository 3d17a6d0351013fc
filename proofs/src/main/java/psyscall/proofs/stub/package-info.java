/// What is proved of the register level: each stub keeps its contract for all values of all
/// registers, and the kernel's way back is what user code is told of it.
///
/// Entry types: [psyscall.proofs.stub.StubContracts], [psyscall.proofs.stub.ErrorBoundary] and
/// [psyscall.proofs.stub.WayBack]. A walk follows a routine along each of its paths by the one
/// semantics of instructions; what it ends in is compared with the stub's signature. Nothing here
/// is written for a stub by hand.
///
/// Depends on [psyscall.proofs.encoding], [psyscall.proofs.obligation] and the machine of
/// `psyscall.spec`. Leaves out routines that are read from files.
@NullMarked
package psyscall.proofs.stub;

import org.jspecify.annotations.NullMarked;

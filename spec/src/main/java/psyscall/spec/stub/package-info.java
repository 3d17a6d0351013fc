/// Go's routines with SYSCALL as data, instruction by instruction, for the releases that are
/// modelled.
///
/// Entry type: [psyscall.spec.stub.Stubs]. Each [psyscall.spec.stub.Stub] says where its arguments
/// and results are; that it keeps to this is for proofs and for the composed scenarios to show. The
/// instructions are those of the cited assembly files; compiled Go functions around them are as the
/// release's own compiler makes them.
///
/// Depends on [psyscall.spec.machine], [psyscall.spec.citation] and [psyscall.spec.release]. Leaves
/// out the other stubs of the runtime: they are read from Go's files.
@NullMarked
package psyscall.spec.stub;

import org.jspecify.annotations.NullMarked;

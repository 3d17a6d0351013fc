/// The futex table: waits in the kernel as the rules of a release run them, beside what real
/// releases did.
///
/// Entry type: [psyscall.cli.futex.FutexTableVerb]. Depends on the reference implementation and on
/// what the verbs share. Leaves out how the waits were measured: `conformance/futex-table` does
/// that.
@NullMarked
package psyscall.cli.futex;

import org.jspecify.annotations.NullMarked;

/// What an instruction does, said once: the values after it as terms over the values before it.
///
/// A [psyscall.spec.semantics.Meaning] gives the [psyscall.spec.semantics.Effect] of an instruction
/// on what a [psyscall.spec.semantics.Values] reads. The same text is executed (values are
/// constants), followed symbolically ([psyscall.spec.semantics.SymbolicState]), or recorded as the
/// step of a process (values are variables). [psyscall.spec.semantics.X86] is the processor's own;
/// others wrap it: the kernel's view of SYSCALL, and mutations.
///
/// Depends on [psyscall.spec.machine], [psyscall.spec.expr] and [psyscall.spec.term]. Leaves out
/// faults of memory accesses: who cares looks at the addresses that an effect reads and writes.
@NullMarked
package psyscall.spec.semantics;

import org.jspecify.annotations.NullMarked;

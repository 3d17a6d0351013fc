/// Mutations: named changes of a protocol that a check must notice, and repairs.
///
/// Entry types: [psyscall.spec.mutation.Mutation] is a value with a name, the property that it
/// breaks and the pinned length of its shortest counterexample; [psyscall.spec.mutation.Edits] are
/// the functions it is made of, from protocol to protocol, on terms. A bug that the release has as
/// it is comes with a [psyscall.spec.mutation.Repair].
///
/// Depends on [psyscall.spec.process] and [psyscall.spec.scenario].
@NullMarked
package psyscall.spec.mutation;

import org.jspecify.annotations.NullMarked;

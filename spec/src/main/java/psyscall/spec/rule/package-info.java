/// Rules: a protocol flattened, the form that every fold consumes.
///
/// Entry types: [psyscall.spec.rule.Flattening] makes a [psyscall.spec.rule.Specification] of a
/// protocol: it inlines calls, gives each process its locals and program counter, checks scopes and
/// jumps, and resets locals where they are dead.
///
/// Depends on [psyscall.spec.process] and [psyscall.spec.term]. Leaves out what a rule means.
@NullMarked
package psyscall.spec.rule;

import org.jspecify.annotations.NullMarked;

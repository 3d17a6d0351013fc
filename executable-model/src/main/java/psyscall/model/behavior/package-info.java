/// Values, states and steps of a specification, as data.
///
/// Every driver stands on this package: the exhaustive search, a seeded run, a recorded trace, a
/// person who steps by hand. Entry types: [psyscall.model.behavior.State] and
/// [psyscall.model.behavior.Behavior].
///
/// Depends on `psyscall.spec`. Leaves out what a step does (the package `psyscall.model.interpret`)
/// and which step is taken next; that is the driver's choice.
@NullMarked
package psyscall.model.behavior;

import org.jspecify.annotations.NullMarked;

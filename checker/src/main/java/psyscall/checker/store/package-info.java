/// What a search remembers: the states it met, and long sequences of integers.
///
/// Entry type: [psyscall.checker.store.VisitedStates]. Depends on `psyscall.model`. It leaves out
/// what the states mean to a property, and the steps between them.
@NullMarked
package psyscall.checker.store;

import org.jspecify.annotations.NullMarked;

/// What a search remembers: the packed states it met, and long sequences of integers.
///
/// Entry type: [psyscall.checker.store.StateStore]. Depends on nothing. It leaves out what the
/// states mean, and the steps between them.
@NullMarked
package psyscall.checker.store;

import org.jspecify.annotations.NullMarked;

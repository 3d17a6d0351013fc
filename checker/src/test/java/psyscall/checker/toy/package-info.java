/// Small systems on which the search is tested, each with what is known about it, and a naive
/// search that works straight from the definitions.
///
/// Entry type: [psyscall.checker.toy.Toy]. Depends on `psyscall.spec` and `psyscall.model`.
@NullMarked
package psyscall.checker.toy;

import org.jspecify.annotations.NullMarked;

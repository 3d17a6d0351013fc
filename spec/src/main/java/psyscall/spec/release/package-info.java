/// Releases of Go as values that a specification is built for.
///
/// Entry type: [psyscall.spec.release.Release]. Depends on nothing.
@NullMarked
package psyscall.spec.release;

import org.jspecify.annotations.NullMarked;

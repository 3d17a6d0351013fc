/// Where a statement of a specification comes from: Go release, file, function, step of the fact
/// sheet.
///
/// Entry type: [psyscall.spec.citation.Citation]. Depends on nothing.
@NullMarked
package psyscall.spec.citation;

import org.jspecify.annotations.NullMarked;

/// Properties: what a claim is, and the claims about Go's runtime, one a file.
///
/// Entry type: [psyscall.spec.property.Property].
@NullMarked
package psyscall.spec.property;

import org.jspecify.annotations.NullMarked;

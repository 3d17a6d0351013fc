/// Golden files: texts that a test compares a result with, and that a person reads in a review.
///
/// Entry type: [psyscall.cli.golden.Golden]. Depends on nothing.
@NullMarked
package psyscall.cli.golden;

import org.jspecify.annotations.NullMarked;

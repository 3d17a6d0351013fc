/// What all tests of reports share: the comparison with golden files.
@NullMarked
package psyscall.reports;

import org.jspecify.annotations.NullMarked;

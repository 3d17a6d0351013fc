/// Tests of the package.
@NullMarked
package psyscall.reports.formats;

import org.jspecify.annotations.NullMarked;

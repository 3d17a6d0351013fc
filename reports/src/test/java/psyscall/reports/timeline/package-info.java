/// Tests of the package.
@NullMarked
package psyscall.reports.timeline;

import org.jspecify.annotations.NullMarked;

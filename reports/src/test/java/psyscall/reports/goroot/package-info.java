/// Tests of [psyscall.reports.goroot].
@NullMarked
package psyscall.reports.goroot;

import org.jspecify.annotations.NullMarked;

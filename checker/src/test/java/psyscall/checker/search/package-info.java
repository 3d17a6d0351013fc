/// Tests of `psyscall.checker.search`.
@NullMarked
package psyscall.checker.search;

import org.jspecify.annotations.NullMarked;

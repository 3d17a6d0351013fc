/// Tests of `psyscall.checker.judge`.
@NullMarked
package psyscall.checker.judge;

import org.jspecify.annotations.NullMarked;

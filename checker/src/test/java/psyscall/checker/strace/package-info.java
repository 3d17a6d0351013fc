/// Tests of the judge of logs of strace: recorded ones, and small ones that are wrong.
@NullMarked
package psyscall.checker.strace;

import org.jspecify.annotations.NullMarked;

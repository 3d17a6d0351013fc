/// Tests of the verdicts, against those of the plain search and the naive one.
@NullMarked
package psyscall.checker.judge;

import org.jspecify.annotations.NullMarked;

/// Tests of the oracle: recorded runs of real Go, the same runs changed, and small runs by hand.
@NullMarked
package psyscall.checker.oracle;

import org.jspecify.annotations.NullMarked;

/// Tests of `psyscall.checker.store`.
@NullMarked
package psyscall.checker.store;

import org.jspecify.annotations.NullMarked;

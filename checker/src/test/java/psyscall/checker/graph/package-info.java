/// Tests of `psyscall.checker.graph`.
@NullMarked
package psyscall.checker.graph;

import org.jspecify.annotations.NullMarked;

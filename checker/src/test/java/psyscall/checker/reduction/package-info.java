/// Tests that symmetry takes exactly the states for one that a permutation makes of each other.
@NullMarked
package psyscall.checker.reduction;

import org.jspecify.annotations.NullMarked;

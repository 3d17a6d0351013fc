/// What a search is given, for tests.
@NullMarked
package psyscall.checker.problem;

import org.jspecify.annotations.NullMarked;

/// Tests of the passes over explored graphs, on toys and drawn graphs that one loop of its own
/// explores.
@NullMarked
package psyscall.checker.graph;

import org.jspecify.annotations.NullMarked;

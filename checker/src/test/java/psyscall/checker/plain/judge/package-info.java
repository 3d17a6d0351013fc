/// What the plain search finds out about properties: one judge for each kind of property, told of
/// every state and every transition, and asked for its verdict at the end.
///
/// Entry type: [psyscall.checker.plain.judge.Judge]. Depends on `psyscall.checker.plain.graph` and
/// `psyscall.model`. It leaves out the order in which states are explored, but counterexamples are
/// shortest only if that is breadth first.
@NullMarked
package psyscall.checker.plain.judge;

import org.jspecify.annotations.NullMarked;

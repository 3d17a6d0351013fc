/// Which conditions about a state a step of a rule can change, told from the text: a condition that
/// held before a step holds after it if the step stores to nothing that the condition reads.
///
/// Entry types: [psyscall.spec.dependence.Changes] of a rule, which meets the
/// [psyscall.spec.dependence.Reads] of a condition or does not. A condition that compares a program
/// counter with labels reads only whether a process is at one of those.
///
/// Depends on [psyscall.spec.analysis] and what that depends on. Leaves out steps that end the run:
/// behind one, everything must be evaluated.
@NullMarked
package psyscall.spec.dependence;

import org.jspecify.annotations.NullMarked;

/// The automata of goroutine and processor as the runtime drives them: which transitions the
/// lifecycle allows, which statements of the runtime make them, how often in a run.
///
/// Entry type: [psyscall.reports.automaton.Automaton], made of a
/// [psyscall.reports.automaton.Census]. Nothing in it is written by hand: the transitions come from
/// exploring the lifecycle by itself, the counts from exploring scenarios. Depends on
/// `psyscall.spec.lifecycle`, `psyscall.spec.scenario` and `psyscall.model.interpret`. Leaves out
/// how a table is laid out on a terminal.
@NullMarked
package psyscall.reports.automaton;

import org.jspecify.annotations.NullMarked;

/// Tests of [psyscall.reports.automaton].
@NullMarked
package psyscall.reports.automaton;

import org.jspecify.annotations.NullMarked;

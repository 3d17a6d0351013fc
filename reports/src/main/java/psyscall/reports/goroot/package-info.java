/// Reads the source tree of a Go release, as far as citations need it: which functions a file
/// declares, on which lines, and what they call in textual order.
///
/// Entry type: [psyscall.reports.goroot.GoTree]. It scans text; it is no parser of Go and knows no
/// types. A tree is input from outside: what cannot be read ends in one
/// [psyscall.reports.goroot.GoTreeException].
///
/// Depends on the JDK alone. Leaves out what is cited by whom, and how that is shown.
@NullMarked
package psyscall.reports.goroot;

import org.jspecify.annotations.NullMarked;

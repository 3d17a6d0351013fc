/// The search through the states of a specification, and what it is asked and answers.
///
/// Entry type: [psyscall.checker.search.Search]. It may depend on `psyscall.model`, `psyscall.spec`
/// and the other packages of this module. It leaves out how a result is shown (it returns an
/// [psyscall.checker.search.Exploration] and prints nothing).
@NullMarked
package psyscall.checker.search;

import org.jspecify.annotations.NullMarked;

/// Questions about paths in an explored graph whose edges are not stored.
///
/// Entry types: [psyscall.checker.graph.QuietPass], [psyscall.checker.graph.PossiblePass] and
/// [psyscall.checker.graph.Trails], over an [psyscall.checker.graph.ImplicitGraph]. Depends on
/// `psyscall.checker.problem`, `psyscall.checker.store`, `psyscall.checker.reduction` and
/// `psyscall.model`. It leaves out what a verdict is.
@NullMarked
package psyscall.checker.graph;

import org.jspecify.annotations.NullMarked;

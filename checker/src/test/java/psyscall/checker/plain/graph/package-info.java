/// The explored graph of the plain search and what is computed on it.
///
/// Entry type: [psyscall.checker.plain.graph.StateGraph]. Depends on `psyscall.checker.store` and
/// `psyscall.model`. It leaves out the search that fills the graph, and what a result says of a
/// property.
@NullMarked
package psyscall.checker.plain.graph;

import org.jspecify.annotations.NullMarked;

/// The explored graph and what is computed on it.
///
/// Entry type: [psyscall.checker.graph.StateGraph]. Depends on `psyscall.checker.store` and
/// `psyscall.model`. It leaves out the search that fills the graph, and what a result says of a
/// property.
@NullMarked
package psyscall.checker.graph;

import org.jspecify.annotations.NullMarked;

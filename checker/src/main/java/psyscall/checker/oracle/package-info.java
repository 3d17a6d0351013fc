/// The oracle: says whether the model explains a recorded run of real Go, event by event.
///
/// Entry types: [psyscall.checker.oracle.Oracle] and its answer,
/// [psyscall.checker.oracle.Conformance]. What an event of a trace stands for in the lifecycle is
/// data ([psyscall.checker.oracle.Translation]); whether that is allowed is asked of the automaton
/// of `psyscall.checker.conformance`, which is made of the rules of `psyscall.spec.lifecycle`.
/// Beside it stand the few checks that need the order of one thread or one P and not the state:
/// [psyscall.checker.oracle.ThreadGrammar], [psyscall.checker.oracle.ProcessorGrammar], and
/// [psyscall.checker.oracle.WorldStops].
///
/// Depends on `psyscall.checker.conformance`, on the readers of `psyscall.model` and on
/// `psyscall.spec.state`. Leaves out the hidden steps of the runtime layer, and everything that a
/// trace says about the heap, tasks and logs.
@NullMarked
package psyscall.checker.oracle;

import org.jspecify.annotations.NullMarked;

package psyscall.checker.graph;

import psyscall.checker.problem.BitMask;
import psyscall.checker.problem.Problem;
import psyscall.checker.problem.Tags;
import psyscall.checker.reduction.Reduction;
import psyscall.checker.store.StateStore;
import psyscall.model.compile.NextState;
import psyscall.spec.process.StepKind;

/// Stands at one state of an [ImplicitGraph] and looks at it and at the steps out of it; for one
/// thread. Nothing is allocated on a move.
final class Cursor {
  private final StateStore store;
  private final NextState next;
  private final Reduction reduction;
  private final Tags tags;
  private final BitMask ending;
  private final int words;
  private final long[] targets;
  private final int[] tagsOf;
  private long[] chunk = new long[0];
  private int place;
  private int number = StateStore.NONE;

  /// A cursor that stands nowhere yet.
  Cursor(ImplicitGraph graph) {
    Problem problem = graph.problem();
    this.store = graph.store();
    this.next = problem.code().nextState();
    this.reduction = problem.reduction().forThread();
    this.tags = graph.tags();
    this.ending = graph.ending();
    this.words = problem.words();
    this.targets = new long[problem.code().maxSuccessors() * words];
    this.tagsOf = new int[problem.code().maxSuccessors()];
  }

  /// Goes to a state.
  ///
  /// @param state its number
  void moveTo(int state) {
    number = state;
    chunk = store.chunk(state);
    place = store.place(state);
  }

  /// Whether a condition holds in the state.
  ///
  /// @param condition its position among the compiled conditions of states
  boolean holds(int condition) {
    return next.holds(condition, chunk, place);
  }

  /// Whether the run has ended in the state.
  boolean hasEnded() {
    return ending.isSet(chunk, place);
  }

  /// Takes all steps out of the state.
  ///
  /// @return how many there are
  int expand() {
    return next.successors(chunk, place, targets, tagsOf);
  }

  /// Who is responsible for a step that was taken.
  ///
  /// @param step its position
  StepKind kind(int step) {
    return tags.kind(tagsOf[step]);
  }

  /// Makes the state after a step canonical; to be called at most once for a step.
  ///
  /// @param step its position
  /// @return where the state begins in [#targets]
  int canonical(int step) {
    reduction.canonicalise(targets, step * words);
    return step * words;
  }

  /// The states after the steps that were taken.
  ///
  /// @return one after the other; overwritten by the next move
  long[] targets() {
    return targets;
  }

  /// The number of the state after a step; to be called at most once for a step.
  ///
  /// @param step its position
  /// @throws IllegalStateException if the search did not meet that state
  int target(int step) {
    int target = store.find(targets, canonical(step));
    if (target == StateStore.NONE) {
      throw new IllegalStateException("step to a state that was not met: state=" + number);
    }
    return target;
  }
}

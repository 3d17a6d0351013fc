package psyscall.model.compile;

/// The next-state function of a specification in a world, over packed states; for one thread, since
/// it owns the scratch that memories are evaluated in.
///
/// A hidden class extends it; see [CompiledSpecification].
public abstract class NextState {
  /// Where memories are while a method runs: regions of pairs of key and cell.
  protected final long[] scratch;

  /// Makes room for the memories of one method.
  ///
  /// @param scratchWords how many words the method that needs most of them needs
  protected NextState(int scratchWords) {
    this.scratch = new long[scratchWords];
  }

  /// All steps out of a state, in the order of the interpreter; none if the run has ended.
  ///
  /// @param states holds the packed state, which is only read
  /// @param at where it begins
  /// @param targets gets the state after step `i` at `i * words`; another array than `states`,
  ///   large enough for [CompiledSpecification#maxSuccessors]
  /// @param tags gets the tag of step `i`, a position in [CompiledSpecification#origins]
  /// @return how many steps there are; several may lead to one state
  /// @throws psyscall.model.interpret.ModelError if the specification makes a mistake
  public abstract int successors(long[] states, int at, long[] targets, int[] tags);

  /// Whether a condition holds in a state.
  ///
  /// @param condition its position in the list that was compiled
  /// @param states holds the packed state
  /// @param at where it begins
  /// @return its truth
  /// @throws psyscall.model.interpret.ModelError if the term has no value
  public abstract boolean holds(int condition, long[] states, int at);

  /// Whether a step condition holds of a step.
  ///
  /// @param method what [CompiledSpecification#stepMethod] says for the condition and the step's
  ///   tag
  /// @param before holds the packed state before the step
  /// @param beforeAt where it begins
  /// @param after holds the packed state after the step
  /// @param afterAt where it begins
  /// @return its truth
  /// @throws psyscall.model.interpret.ModelError if the term has no value
  public abstract boolean holdsOf(
      int method, long[] before, int beforeAt, long[] after, int afterAt);
}

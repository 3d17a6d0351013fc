package psyscall.model.packed;

/// Who answers the choices of a step, in numbers: a scheduler, a script, the world.
@FunctionalInterface
public interface Answers {
  /// In place of a position: the step is not to be taken.
  long REFUSED = -1;

  /// Answers a choice.
  ///
  /// @param choice which, a position in [psyscall.model.behavior.StepVocabulary#choices]
  /// @param candidates among what, at least one; to be looked at now, not kept
  /// @return the position of one of them, or [#REFUSED]
  long choose(int choice, Pool candidates);
}

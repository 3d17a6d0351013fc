package psyscall.model.interpret;

import java.util.Optional;
import psyscall.model.behavior.Value;
import psyscall.spec.process.Choice;

/// Who answers the choices of a step: an enumeration, a script, a person, the real machine.
@FunctionalInterface
public interface Chooser {

  /// Answers a choice.
  ///
  /// @param choice what is chosen
  /// @param candidates among what, at least one
  /// @return the answer; empty, or not one of the candidates, if the step is not to be taken
  Optional<Value> choose(Choice choice, Candidates candidates);
}

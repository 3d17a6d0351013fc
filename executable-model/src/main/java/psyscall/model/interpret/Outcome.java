package psyscall.model.interpret;

import java.util.Optional;
import java.util.Set;
import psyscall.model.behavior.Step;
import psyscall.model.behavior.Value;
import psyscall.spec.process.Choice;

/// What came of the attempt to execute a rule.
public sealed interface Outcome {

  /// The step was taken; its writes are committed.
  ///
  /// @param step what was done
  /// @param reads what it read, in order
  /// @param writes what it wrote, in order
  record Taken(Step step, Set<Access> reads, Set<Access> writes) implements Outcome {}

  /// The step is not possible now with these answers; nothing was changed.
  ///
  /// @param reads what it read as far as it came, in order: as long as nothing that overlaps it is
  ///   written, the same answers lead here again
  record Blocked(Set<Access> reads) implements Outcome {}

  /// A choice was not answered, or by something that is not among the candidates; nothing was
  /// changed.
  ///
  /// @param choice the choice
  /// @param answer the refused answer; empty if there was none
  /// @param reads what was read as far as the choice, in order
  record Refused(Choice choice, Optional<Value> answer, Set<Access> reads) implements Outcome {}
}

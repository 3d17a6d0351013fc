package psyscall.model.behavior;

import psyscall.spec.process.Choice;

/// How a step resolved one of its choices.
///
/// @param choice what was chosen
/// @param value the answer, of the choice's sort; for named alternatives the position of the name
public record Answer(Choice choice, Value value) {
  @Override
  public String toString() {
    return choice.name() + "=" + value.format(choice.sort());
  }
}

package psyscall.model.behavior;

import java.util.List;
import java.util.Optional;
import psyscall.spec.process.Ending;
import psyscall.spec.rule.Rule;

/// One atomic step as it was taken.
///
/// Rule, actor and answers determine it in the state before; the rest is what it did besides
/// changing the state.
///
/// @param rule which rule
/// @param actor whose step
/// @param answers how its choices were resolved, in the order in which they were met
/// @param events what it emitted, in order
/// @param clause what it does, in one clause; empty if the rule does not say
/// @param ending how the run ended in it; empty while it goes on
public record Step(
    Rule rule,
    Actor actor,
    List<Answer> answers,
    List<Occurrence> events,
    String clause,
    Optional<Ending> ending) {
  /// Copies the lists.
  public Step {
    answers = List.copyOf(answers);
    events = List.copyOf(events);
  }

  /// The step for messages: who, which rule, which answers.
  ///
  /// @return such as `M0 exitsyscall.takeIdle [the idle P=P1]`
  @Override
  public String toString() {
    return actor.name() + " " + rule.name() + (answers.isEmpty() ? "" : " " + answers);
  }
}

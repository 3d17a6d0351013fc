package psyscall.model.engine;

import java.util.Optional;
import psyscall.model.behavior.Actor;
import psyscall.model.behavior.State;
import psyscall.model.behavior.Step;
import psyscall.spec.process.Choice;
import psyscall.spec.process.Ending;
import psyscall.spec.process.Event;
import psyscall.spec.rule.Rule;

/// A view of a step that is an object already.
///
/// @param step what was done
/// @param state the state after it
public record TakenStep(Step step, State state) implements StepView {

  @Override
  public Rule rule() {
    return step.rule();
  }

  @Override
  public Actor actor() {
    return step.actor();
  }

  @Override
  public Optional<Ending> ending() {
    return step.ending();
  }

  @Override
  public int events() {
    return step.events().size();
  }

  @Override
  public Event event(int position) {
    return step.events().get(position).event();
  }

  @Override
  public long argument(int position, int at) {
    return Numbers.of(step.events().get(position).arguments().get(at));
  }

  @Override
  public int answers() {
    return step.answers().size();
  }

  @Override
  public Choice choice(int position) {
    return step.answers().get(position).choice();
  }

  @Override
  public long answer(int position) {
    return Numbers.of(step.answers().get(position).value());
  }
}

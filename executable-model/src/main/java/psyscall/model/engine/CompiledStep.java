package psyscall.model.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import psyscall.model.behavior.Actor;
import psyscall.model.behavior.Answer;
import psyscall.model.behavior.Occurrence;
import psyscall.model.behavior.State;
import psyscall.model.behavior.Step;
import psyscall.model.behavior.Value;
import psyscall.model.compile.CompiledRules;
import psyscall.model.compile.Origin;
import psyscall.model.packed.Stepper;
import psyscall.spec.process.Choice;
import psyscall.spec.process.Ending;
import psyscall.spec.process.Event;
import psyscall.spec.rule.Rule;
import psyscall.spec.rule.Specification;

/// What a [Stepper] remembers of its last step, in the words of the specification.
final class CompiledStep implements StepView {
  private final CompiledRules rules;
  private final Stepper stepper;
  private final CompiledEngine engine;
  private final Origin[] moves;
  private final Choice[] choices;
  private final Event[] events;
  private Optional<Ending> ending = Optional.empty();
  private int move = -1;

  CompiledStep(CompiledRules rules, Stepper stepper, CompiledEngine engine) {
    this.rules = rules;
    this.stepper = stepper;
    this.engine = engine;
    moves = rules.moves().toArray(Origin[]::new);
    choices = rules.vocabulary().choices().toArray(Choice[]::new);
    events = rules.vocabulary().events().toArray(Event[]::new);
  }

  /// A step was taken.
  void taken(int which, boolean isLast) {
    move = which;
    if (isLast) {
      Specification specification = rules.layout().specification();
      Value how = engine.state().value(Specification.ENDING);
      String name = how.format(specification.variable(Specification.ENDING).sort());
      ending = Optional.of(specification.ending(name));
    }
  }

  /// The number of its move.
  int move() {
    return move;
  }

  @Override
  public Rule rule() {
    return moves[move].rule();
  }

  @Override
  public Actor actor() {
    return moves[move].actor();
  }

  @Override
  public Optional<Ending> ending() {
    return ending;
  }

  @Override
  public int events() {
    return stepper.events();
  }

  @Override
  public Event event(int position) {
    return events[stepper.event(position)];
  }

  @Override
  public long argument(int position, int at) {
    return stepper.argument(position, at);
  }

  @Override
  public int answers() {
    return stepper.answers();
  }

  @Override
  public Choice choice(int position) {
    return choices[stepper.choice(position)];
  }

  @Override
  public long answer(int position) {
    return stepper.answer(position);
  }

  @Override
  public Step step() {
    List<Answer> answered = new ArrayList<>();
    for (int at = 0; at < answers(); at++) {
      answered.add(new Answer(choice(at), Numbers.value(answer(at), choice(at).sort())));
    }
    List<Occurrence> occurred = new ArrayList<>();
    for (int at = 0; at < events(); at++) {
      occurred.add(occurrence(at));
    }
    int said = stepper.clause();
    String clause = said < 0 ? "" : rules.vocabulary().clauses().get(said);
    return new Step(rule(), actor(), answered, occurred, clause, ending);
  }

  private Occurrence occurrence(int position) {
    Event event = event(position);
    List<Value> arguments = new ArrayList<>();
    for (int at = 0; at < event.parameters().size(); at++) {
      arguments.add(
          Numbers.value(argument(position, at), event.parameters().get(at).sort()));
    }
    return new Occurrence(event, arguments);
  }

  @Override
  public State state() {
    return engine.state();
  }
}

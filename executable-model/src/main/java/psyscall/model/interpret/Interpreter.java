package psyscall.model.interpret;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import psyscall.model.behavior.Actor;
import psyscall.model.behavior.Schema;
import psyscall.model.behavior.State;
import psyscall.model.behavior.Step;
import psyscall.model.behavior.Transition;
import psyscall.model.behavior.Value;
import psyscall.model.behavior.World;
import psyscall.model.interpret.Execution.Flow;
import psyscall.spec.rule.Rule;
import psyscall.spec.rule.Specification;
import psyscall.spec.term.Term;

/// A specification in a fixed finite world: its initial state, the steps out of a state, the value
/// of a term.
///
/// Immutable, so it may be shared between threads.
public final class Interpreter {
  private final StepSemantics semantics;
  private final World world;
  private final State initial;
  private final List<Actor> actors;

  /// Prepares a specification.
  ///
  /// @param specification what is executed
  /// @param world a size for each of its id sorts
  /// @throws IllegalArgumentException if the world lacks an id sort
  /// @throws ModelError if an initial assignment is impossible, chooses, or ends the run
  public Interpreter(Specification specification, World world) {
    this.semantics = new StepSemantics(specification);
    this.world = world;
    this.initial = initial(semantics, world);
    this.actors = semantics.actors(new FixedStore(initial, world));
  }

  private static State initial(StepSemantics semantics, World world) {
    List<Value> defaults =
        semantics.schema().variables().stream().map(v -> Value.defaultOf(v.sort(), world)).toList();
    FixedStore store = new FixedStore(State.of(semantics.schema(), defaults), world);
    semantics.start(store);
    return store.state();
  }

  /// What is executed.
  ///
  /// @return the specification
  public Specification specification() {
    return semantics.specification();
  }

  /// Where.
  ///
  /// @return the world
  public World world() {
    return world;
  }

  /// The variables by position.
  ///
  /// @return the schema of all its states
  public Schema schema() {
    return semantics.schema();
  }

  /// All who may take steps.
  ///
  /// @return processes in the order of their declaration, individuals by index
  public List<Actor> actors() {
    return actors;
  }

  /// The initial state.
  ///
  /// @return the defaults after the initial assignments
  public State initial() {
    return initial;
  }

  /// Every step that is possible, in a fixed order: processes as declared, individuals by index,
  /// rules at their label as in the text, answers in the order of the candidates.
  ///
  /// @param state a state of this specification
  /// @return the steps with the states after them; none if the run has ended
  /// @throws ModelError if the specification makes a mistake, naming rule and actor
  public List<Transition> successors(State state) {
    FixedStore store = new FixedStore(state, world);
    if (!semantics.running(store)) {
      return List.of();
    }
    List<Transition> found = new ArrayList<>();
    for (Actor actor : actors) {
      for (Rule rule : semantics.rules(actor, store)) {
        expand(rule, actor, store, found);
      }
    }
    return Collections.unmodifiableList(found);
  }

  private void expand(Rule rule, Actor actor, FixedStore store, List<Transition> found) {
    Odometer odometer = new Odometer();
    do {
      Execution execution = semantics.execution(actor, store, odometer);
      if (semantics.run(execution, rule, actor) == Flow.COMPLETE) {
        found.add(new Transition(execution.step(rule), store.state()));
      }
      store.undo();
    } while (odometer.advance());
  }

  /// The value of a term.
  ///
  /// @param term a term without free bound variables, `self` and next state
  /// @param state a state of this specification
  /// @return its value
  /// @throws ModelError if the term has no value
  public Value evaluate(Term term, State state) {
    return new Evaluator(new FixedStore(state, world)).value(term, Bindings.NONE);
  }

  /// Whether a condition holds.
  ///
  /// @param condition a term of truth sort, as in [#evaluate]
  /// @param state a state of this specification
  /// @return its truth
  /// @throws ModelError if the term has no value
  public boolean holds(Term condition, State state) {
    return evaluate(condition, state).scalar() != 0;
  }

  /// Whether a step property holds of a step.
  ///
  /// @param condition a term of truth sort; it may speak of the next state, of the procedure in
  ///   which the step begins, and of the process that takes it
  /// @param before the state before
  /// @param step the step
  /// @param after the state after
  /// @return its truth
  /// @throws ModelError if the term has no value
  public boolean holdsOf(Term condition, State before, Step step, State after) {
    return semantics
        .evaluator(step.actor(), new FixedStore(before, world))
        .ofStep(step.rule(), new FixedStore(after, world))
        .holds(condition, Bindings.NONE);
  }
}

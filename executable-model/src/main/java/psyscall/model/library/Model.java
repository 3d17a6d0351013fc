package psyscall.model.library;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import psyscall.model.behavior.State;
import psyscall.model.behavior.Step;
import psyscall.model.behavior.Transition;
import psyscall.model.behavior.World;
import psyscall.model.interpret.Interpreter;
import psyscall.spec.mutation.Mutation;
import psyscall.spec.mutation.Mutations;
import psyscall.spec.process.Protocol;
import psyscall.spec.property.Properties;
import psyscall.spec.property.Property;
import psyscall.spec.property.RuntimeView;
import psyscall.spec.release.Release;
import psyscall.spec.rule.Specification;
import psyscall.spec.scenario.Scenario;
import psyscall.spec.scenario.Scenarios;
import psyscall.spec.term.Var;

/// A small world of Go's scheduler that its user drives, one atomic step after the other.
///
/// It begins in the initial state. [#enabled] says which steps are possible, [#take] takes one,
/// [#read] tells a field of Go's `m`, `p`, `g` or `sched`, and [#violated] what is broken by now.
/// Claims about single states and about single steps are judged; those about rests, possibility and
/// witnesses are about more than one run and are left to the checker ([#judged] tells which).
///
/// Each call of [#enabled] computes the steps anew, in some 10 to 1000 microseconds. Not safe for
/// use by several threads.
public final class Model {
  private final Interpreter interpreter;
  private final List<Property> properties;
  private final Set<String> violated = new LinkedHashSet<>();
  private State state;
  private Optional<Step> last = Optional.empty();

  private Model(Scenario scenario, Protocol protocol, List<String> claims) {
    Specification specification = scenario.specification(protocol, claims);
    interpreter = new Interpreter(specification, new World(scenario.sizes()));
    RuntimeView view = new RuntimeView(scenario.state(), specification);
    properties =
        claims.stream().map(name -> Properties.of(name, view)).filter(Model::isJudged).toList();
    state = interpreter.initial();
    properties.forEach(this::judgeState);
  }

  /// A scenario in a release of Go.
  ///
  /// @param scenario a name of `psyscall list scenarios`
  /// @param release 1.10.8, 1.14.15 or 1.19.13
  /// @return the model in its initial state
  /// @throws IllegalArgumentException if there is no such scenario or release, naming those that
  ///   there are
  public static Model of(String scenario, String release) {
    return of(named(scenario).on(released(release)));
  }

  /// A world, perhaps one of your own.
  ///
  /// @param scenario sizes, programs, features, and the names of the properties
  /// @return the model in its initial state
  public static Model of(Scenario scenario) {
    return new Model(scenario, scenario.protocol(), scenario.properties());
  }

  /// A bug in the world in which it is looked for.
  ///
  /// @param bug a name of `psyscall list bugs`
  /// @return the model in its initial state, with the property that the bug breaks
  /// @throws IllegalArgumentException if there is no such bug, naming those that there are
  public static Model withBug(String bug) {
    Mutation mutation = Mutations.named(bug).orElseThrow(() -> unknown("bug", bug, bugs()));
    Scenario world = mutation.world();
    Set<String> claims = new LinkedHashSet<>(world.properties());
    claims.add(mutation.property());
    return new Model(world, mutation.edit().apply(world.protocol()), List.copyOf(claims));
  }

  private static Scenario named(String name) {
    return Scenarios.named(name)
        .orElseThrow(
            () ->
                unknown("scenario", name, Scenarios.all().stream().map(Scenario::name).toList()));
  }

  private static Release released(String name) {
    return Release.named(name)
        .orElseThrow(
            () -> unknown("release", name, Release.all().stream().map(Release::name).toList()));
  }

  private static List<String> bugs() {
    return Mutations.all().stream().map(Mutation::name).toList();
  }

  private static IllegalArgumentException unknown(String kind, String name, List<String> all) {
    return new IllegalArgumentException(
        "unknown %s: name=%s, available=%s".formatted(kind, name, all));
  }

  /// The steps that are possible, each with the state that it leads to.
  ///
  /// @return in a fixed order: threads first, by index; empty if the run has ended or nobody can
  ///   move
  public List<Transition> enabled() {
    return interpreter.successors(state);
  }

  /// Takes a step, and judges it and the state that it leads to.
  ///
  /// @param transition one of [#enabled] in this state
  /// @return the step: who took it, by which rule, and what it does
  /// @throws IllegalArgumentException if the step is not possible in this state
  public Step take(Transition transition) {
    if (!enabled().contains(transition)) {
      throw new IllegalArgumentException(
          "a step that is not possible here: step=%s; take one of enabled()"
              .formatted(transition.step()));
    }
    State before = state;
    Step step = transition.step();
    state = transition.target();
    last = Optional.of(step);
    for (Property property : properties) {
      judgeState(property);
      judgeStep(property, before, step);
    }
    return step;
  }

  private void judgeState(Property property) {
    if (property instanceof Property.Always always
        && !interpreter.holds(always.condition(), state)) {
      violated.add(property.name());
    }
  }

  private void judgeStep(Property property, State before, Step step) {
    if (property instanceof Property.OnStep onStep
        && !interpreter.holdsOf(onStep.condition(), before, step, state)) {
      violated.add(property.name());
    }
  }

  private static boolean isJudged(Property property) {
    return switch (property) {
      case Property.Always _, Property.OnStep _ -> true;
      case Property.Quiet _,
          Property.Possible _,
          Property.Sometimes _,
          Property.DeadlockFree _ ->
          false;
    };
  }

  /// The values of all variables now.
  ///
  /// @return the state; it does not change
  public State state() {
    return state;
  }

  /// A field as people read it.
  ///
  /// @param field in Go's words, such as `sched.runq` or `p.status`; with the number of an
  ///   individual, such as `p0.status`, of that one only
  /// @return its value, such as `Prunning`; of all individuals in order where none is named
  /// @throws IllegalArgumentException if there is no such field, naming those that there are, or no
  ///   such individual
  public String read(String field) {
    return new FieldName(field).in(state);
  }

  /// The fields that can be read.
  ///
  /// @return their names, in the order of the declaration
  public List<String> fields() {
    return state.schema().variables().stream().map(Var::name).toList();
  }

  /// The step that was taken last.
  ///
  /// @return empty at the start
  public Optional<Step> last() {
    return last;
  }

  /// Which properties are judged while the model runs.
  ///
  /// @return their names
  public List<String> judged() {
    return properties.stream().map(Property::name).toList();
  }

  /// Which of them were violated since the start.
  ///
  /// @return their names, the first to be violated first
  public List<String> violated() {
    return new ArrayList<>(violated);
  }
}

package psyscall.checker.judge;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import psyscall.checker.graph.Behaviors;
import psyscall.checker.graph.Trails;
import psyscall.checker.judge.Ruling.Refuted;
import psyscall.checker.problem.Explored;
import psyscall.checker.problem.Explored.Order;
import psyscall.checker.problem.Problem;
import psyscall.model.behavior.Behavior;
import psyscall.model.behavior.State;
import psyscall.model.behavior.Transition;
import psyscall.model.interpret.Interpreter;
import psyscall.spec.process.StepKind;
import psyscall.spec.property.Property;
import psyscall.spec.verdict.Verdict;

/// Shows that properties are violated, by behaviours of the interpreter.
final class Counterexamples {
  private final Interpreter interpreter;
  private final Order order;
  private final Trails trails;
  private final Behaviors behaviors;

  /// Prepares to show.
  Counterexamples(Problem problem, Explored explored, Trails trails) {
    this.interpreter = problem.interpreter();
    this.order = explored.order();
    this.trails = trails;
    this.behaviors = new Behaviors(problem, explored.store());
  }

  /// The verdict of a property that a state speaks against.
  Verdict<Behavior> verdict(Property property, Refuted refuted) {
    List<Integer> way = refuted.walk().isEmpty() ? trails.to(refuted.state()) : refuted.walk();
    Behavior trace = behaviors.along(way);
    return switch (property) {
      case Property.Always _ ->
          violated(property, "not so in the last state" + ending(trace), trace);
      case Property.OnStep onStep ->
          violated(
              property, "not so of the last step", trace.then(violation(onStep, trace.last())));
      case Property.Quiet _ ->
          violated(
              property,
              "not so in the last state, which is quiet; " + enabled(trace.last()),
              trace);
      case Property.Possible _ ->
          violated(
              property,
              "out of reach from the last state without environment steps; "
                  + enabled(trace.last()),
              trace);
      case Property.DeadlockFree _ -> new Verdict.Deadlock<>(trace);
      case Property.Sometimes _ ->
          throw new IllegalStateException("witness that is violated: property=" + property.name());
    };
  }

  private Verdict<Behavior> violated(Property property, String reason, Behavior trace) {
    String origin =
        switch (order) {
          case Order.ByLevel _ -> "";
          case Order.ByParent _ -> "; found depth first, so there may be a shorter way";
          case Order.OnWalks _ -> "; found on a random walk, so there may be a shorter way";
        };
    return new Verdict.Violated<>(property.name(), reason + origin, trace);
  }

  /// Tells how the run ended, if it did: that is most often what the property forbids.
  private static String ending(Behavior trace) {
    return trace.transitions().isEmpty()
        ? ""
        : trace.transitions().getLast().step().ending().stream()
            .map(ending -> ", where the run ended: ending=" + ending.name() + ", " + ending.text())
            .collect(Collectors.joining());
  }

  private Transition violation(Property.OnStep property, State before) {
    return interpreter.successors(before).stream()
        .filter(
            transition ->
                !interpreter.holdsOf(
                    property.condition(), before, transition.step(), transition.target()))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalStateException(
                    "no step violates: property=" + property.name() + ", before=" + before));
  }

  /// What can happen in a state, such as `enabled: protocol=[], environment=[M0 user.run],
  /// polling=[sysmon sysmon.look]`.
  private String enabled(State state) {
    List<Transition> transitions = interpreter.successors(state);
    return Stream.of(StepKind.values())
        .map(kind -> kind.name().toLowerCase(Locale.ROOT) + "=" + steps(transitions, kind))
        .collect(Collectors.joining(", ", "enabled: ", ""));
  }

  private static Set<String> steps(List<Transition> transitions, StepKind kind) {
    return transitions.stream()
        .map(Transition::step)
        .filter(step -> step.rule().kind() == kind)
        .map(step -> step.actor().name() + " " + step.rule().name())
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }
}

package psyscall.reports.automaton;

import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import psyscall.model.behavior.Array;
import psyscall.model.behavior.Occurrence;
import psyscall.model.behavior.State;
import psyscall.model.behavior.Transition;
import psyscall.model.behavior.World;
import psyscall.model.interpret.Interpreter;
import psyscall.spec.lifecycle.Lifecycle;
import psyscall.spec.process.Event;
import psyscall.spec.rule.Flattening;
import psyscall.spec.runtime.GoRuntime;
import psyscall.spec.scenario.Scenario;
import psyscall.spec.state.LifecycleState;
import psyscall.spec.state.PStatus;
import psyscall.spec.state.RuntimeState;
import psyscall.spec.term.Sort;
import psyscall.spec.term.Term;
import psyscall.spec.term.Var;

/// Who told which event in a scenario, and what it moved: all steps out of all reachable states,
/// each once, breadth first.
///
/// The events of a step are done again on the lifecycle, since several of them may move one G or P.
final class Census {
  private final RuntimeState runtime;
  private final LifecycleState lifecycle;
  private final Map<Var, Term> mirrors;
  private final Marking marking;
  private final Interpreter interpreter;
  private final LifecycleGraph above;
  private final Map<Move, Map<String, Long>> moves = new LinkedHashMap<>();
  private final Map<String, Long> told = new TreeMap<>();
  private final Map<String, Map<PStatus, Long>> fields = new TreeMap<>();
  private long states;
  private long steps;

  private Census(Scenario scenario) {
    runtime = scenario.state();
    lifecycle = runtime.lifecycle;
    mirrors = GoRuntime.mirrors(runtime);
    Lifecycle rules = new Lifecycle(lifecycle);
    marking = new Marking(scenario.protocol(), rules.rules());
    World world = new World(scenario.sizes());
    interpreter = new Interpreter(Flattening.of(marking.protocol()), world);
    above = new LifecycleGraph(rules, world);
  }

  /// Counts.
  ///
  /// @param scenario a scenario whose graph is small
  static Census of(Scenario scenario) {
    Census census = new Census(scenario);
    census.explore();
    return census;
  }

  /// How many states there are.
  long states() {
    return states;
  }

  /// How many steps there are out of them.
  long steps() {
    return steps;
  }

  /// How often each statement, by its mark, made each move.
  Map<Move, Map<String, Long>> moves() {
    return Collections.unmodifiableMap(moves);
  }

  /// How often each statement, by its mark, told its event.
  Map<String, Long> told() {
    return Collections.unmodifiableMap(told);
  }

  /// With each holder of a P: how often each `p.status` was seen.
  Map<String, Map<PStatus, Long>> fields() {
    return Collections.unmodifiableMap(fields);
  }

  private void explore() {
    Set<State> seen = new HashSet<>();
    Deque<State> waiting = new ArrayDeque<>();
    seen.add(interpreter.initial());
    waiting.add(interpreter.initial());
    while (!waiting.isEmpty()) {
      State state = waiting.remove();
      look(state);
      for (Transition transition : interpreter.successors(state)) {
        steps++;
        replay(state, transition.step().events());
        if (seen.add(transition.target())) {
          waiting.add(transition.target());
        }
      }
    }
    states = seen.size();
  }

  /// Counts the values of `p.status`.
  private void look(State state) {
    Term field = runtime.p.status.term();
    Sort sort = ((Sort.ArrayOf) field.sort()).element();
    Array values = (Array) interpreter.evaluate(field, state);
    List<String> holders = Subject.P.statuses(lifecycle, state);
    for (int at = 0; at < holders.size(); at++) {
      PStatus status = PStatus.valueOf(values.at(at).format(sort));
      fields
          .computeIfAbsent(holders.get(at), _ -> new TreeMap<>())
          .merge(status, 1L, Math::addExact);
    }
  }

  private void replay(State state, List<Occurrence> occurrences) {
    if (occurrences.isEmpty()) {
      return;
    }
    State at = above(state);
    for (Occurrence occurrence : occurrences) {
      String mark = occurrence.event().name();
      String name = marking.event(mark);
      Event event = new Event(name, occurrence.event().parameters());
      State next = above.after(at, new Occurrence(event, occurrence.arguments()));
      told.merge(mark, 1L, Math::addExact);
      for (Move move : Move.between(lifecycle, at, name, next)) {
        moves.computeIfAbsent(move, _ -> new TreeMap<>()).merge(mark, 1L, Math::addExact);
      }
      at = next;
    }
  }

  /// What the lifecycle says of a state of the runtime.
  private State above(State state) {
    State above = this.above.initial();
    for (Var ghost : lifecycle.ghosts()) {
      above = above.with(ghost, state.value(ghost));
    }
    for (Map.Entry<Var, Term> mirror : mirrors.entrySet()) {
      above = above.with(mirror.getKey(), interpreter.evaluate(mirror.getValue(), state));
    }
    return above;
  }
}

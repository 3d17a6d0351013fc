package psyscall.checker.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import psyscall.model.behavior.Array;
import psyscall.model.behavior.Queue;
import psyscall.model.behavior.State;
import psyscall.model.behavior.Transition;
import psyscall.model.behavior.Value;
import psyscall.model.behavior.World;
import psyscall.model.interpret.Interpreter;
import psyscall.spec.mutation.Mutation;
import psyscall.spec.mutation.Mutations;
import psyscall.spec.scenario.Scenario;
import psyscall.spec.scenario.Scenarios;
import psyscall.spec.state.Feature;
import psyscall.spec.state.Program;

/// Queues in Go's order against sets.
class QueueOrderTest {
  private static Scenario with(Scenario scenario, EnumSet<Feature> features) {
    return new Scenario(
        scenario.name(),
        scenario.summary(),
        scenario.release(),
        scenario.threads(),
        scenario.processors(),
        scenario.programs(),
        features,
        scenario.properties(),
        List.of(),
        new Scenario.Pinned(Optional.empty(), Optional.empty(), Optional.empty()));
  }

  private static Interpreter interpreter(Scenario scenario) {
    return new Interpreter(scenario.specification(), new World(scenario.sizes()));
  }

  /// The state of sets that a state of queues stands for.
  private static State elements(State ordered, Interpreter sets) {
    return State.of(
        sets.schema(),
        sets.schema().variables().stream()
            .map(variable -> elements(ordered.value(variable.name())))
            .toList());
  }

  private static Value elements(Value value) {
    return switch (value) {
      case Queue queue -> queue.elements();
      case Array array ->
          Array.of(array.elements().stream().map(entry -> elements(entry)).toList());
      case Value other -> other;
    };
  }

  private record Move(String actor, String rule, State target) {
    static Move of(Transition transition, State target) {
      return new Move(transition.step().actor().name(), transition.step().rule().name(), target);
    }
  }

  private static Set<Move> moves(Interpreter sets, State from) {
    Set<Move> moves = new HashSet<>();
    sets.successors(from).forEach(move -> moves.add(Move.of(move, move.target())));
    return moves;
  }

  /// All of the ordered graph is enumerated, and what of the other stands for it.
  @ParameterizedTest
  @CsvSource({
    "hand-off, 308, 308",
    "park-and-ready, 7158, 6464",
    "yield-beside-spinner, 5784, 5540",
    "stop-first, 1669, 1563",
    "network-beside-idle, 12107, 11419",
    "ready-twice, 13909, 13425"
  })
  void everyStepInOrderIsAStepOfSets(String name, int ordered, int images) {
    Scenario scenario = Scenarios.named(name).orElseThrow();
    EnumSet<Feature> features = EnumSet.copyOf(scenario.features());
    features.add(Feature.ORDERED);
    Interpreter queues = interpreter(with(scenario, features));
    Interpreter sets = interpreter(scenario);
    assertThat(elements(queues.initial(), sets)).isEqualTo(sets.initial());

    Map<State, Set<Move>> known = new HashMap<>();
    Set<State> seen = new HashSet<>(Set.of(queues.initial()));
    Deque<State> open = new ArrayDeque<>(seen);
    while (!open.isEmpty()) {
      State state = open.poll();
      Set<Move> allowed = known.computeIfAbsent(elements(state, sets), image -> moves(sets, image));
      for (Transition step : queues.successors(state)) {
        assertThat(allowed).contains(Move.of(step, elements(step.target(), sets)));
        if (seen.add(step.target())) {
          open.add(step.target());
        }
      }
    }
    assertThat(List.of(seen.size(), known.size())).isEqualTo(List.of(ordered, images));
  }

  @Test
  void everyMutationChangesQueuesInOrderToo() {
    for (Mutation mutation : Mutations.all()) {
      for (Scenario scenario : Scenarios.named(mutation.scenario()).orElseThrow().inGosOrder()) {
        assertThat(mutation.edit().apply(scenario.protocol()))
            .as(mutation.name())
            .isNotEqualTo(scenario.protocol());
      }
    }
  }

  @Test
  void worldInGosOrderBeginsWithEachOrderOfItsGoroutines() {
    Scenario scenario = Scenarios.named("two-wakers").orElseThrow();
    List<Program> programs = scenario.programs();

    assertThat(scenario.inGosOrder())
        .extracting(Scenario::programs)
        .containsExactly(
            programs, Arrays.asList(programs.get(0), programs.get(2), programs.get(1)));
    assertThat(scenario.inGosOrder())
        .allMatch(ordered -> ordered.features().containsAll(Feature.queues()));
  }

  @Test
  void equalProgramsMakeNoOrder() {
    assertThat(Scenarios.named("network-with-sysmon").orElseThrow().inGosOrder()).hasSize(1);
  }

  @Test
  void worldInGosOrderHasNoOther() {
    assertThat(Scenarios.named("yield-in-order").orElseThrow().inGosOrder()).isEmpty();
    assertThat(new ArrayList<>(Feature.queues())).containsExactly(Feature.RUNNEXT, Feature.ORDERED);
  }
}

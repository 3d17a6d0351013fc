package psyscall.checker.reduction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import psyscall.checker.toy.Counters;
import psyscall.checker.toy.Locks;
import psyscall.checker.toy.Toy;
import psyscall.model.behavior.State;
import psyscall.model.behavior.Transition;
import psyscall.model.behavior.World;
import psyscall.model.interpret.Interpreter;
import psyscall.model.layout.Layout;
import psyscall.spec.rule.Flattening;
import psyscall.spec.scenario.Scenario;
import psyscall.spec.scenario.Scenarios;
import psyscall.spec.toy.Ledger;
import psyscall.spec.toy.Mailbox;
import psyscall.spec.toy.TinyScheduler;

class SymmetryTest {
  static Stream<Arguments> toys() {
    return Stream.of(
        arguments(Counters.of(3, 4), new Orbits(125, 35, 0)),
        arguments(Locks.split(3).toy(), new Orbits(45, 15, 0)),
        arguments(Toy.twoPhaseCommit(3), new Orbits(288, 80, 0)),
        arguments(Toy.tickets(2, 3), new Orbits(68, 18, 0)),
        arguments(
            new Toy("mailbox 3", Mailbox.specification(), World.of(Mailbox.G.IDS.sort(), 3)),
            new Orbits(2862, 542, 0)),
        arguments(
            new Toy("ledger 2", Ledger.specification(), World.of(Ledger.A.IDS.sort(), 2)),
            new Orbits(1440, 723, 0)),
        arguments(
            new Toy(
                "scheduler 2/2",
                TinyScheduler.specification(),
                World.of(TinyScheduler.M.IDS.sort(), 2, TinyScheduler.P.IDS.sort(), 2)),
            new Orbits(4495, 1149, 20)));
  }

  @ParameterizedTest
  @MethodSource("toys")
  void statesShareARepresentativeExactlyIfAPermutationRelatesThem(Toy toy, Orbits expected) {
    Layout layout = Layout.of(toy.specification(), toy.world());

    Orbits orbits = Orbits.checked(layout, Orbits.reachable(toy.interpreter()));

    assertThat(orbits).isEqualTo(expected);
  }

  @Test
  void aWalkOverRepresentativesMeetsEachClassOnce() {
    Interpreter interpreter = goModel("two-calls-one-p");
    Layout layout = Layout.of(interpreter.specification(), interpreter.world());
    Symmetry symmetry = Symmetry.of(layout);

    Set<List<Long>> ofAll =
        Orbits.reachable(interpreter).stream()
            .map(state -> representative(state, layout, symmetry))
            .collect(Collectors.toSet());

    assertThat(ofAll).hasSize(4208);
    assertThat(quotient(interpreter, layout, symmetry)).isEqualTo(ofAll);
  }

  @Test
  void oneOfEachSortLeavesStatesAsTheyAre() {
    Interpreter interpreter = goModel("one-call");
    Layout layout = Layout.of(interpreter.specification(), interpreter.world());
    Symmetry symmetry = Symmetry.of(layout);

    for (State state : Orbits.reachable(interpreter)) {
      assertThat(representative(state, layout, symmetry))
          .isEqualTo(Relabelling.list(Relabelling.pack(state, layout)));
    }
  }

  @Test
  void aStateInsideAnArrayLeavesItsNeighboursAlone() {
    Toy toy = Counters.of(3, 4);
    Layout layout = Layout.of(toy.specification(), toy.world());
    List<Transition> steps = toy.interpreter().successors(toy.interpreter().initial());
    int words = layout.words();
    long[] states = new long[3 * words];
    layout.pack(steps.getFirst().target(), states, 0);
    layout.pack(steps.getLast().target(), states, words);
    layout.pack(steps.getFirst().target(), states, 2 * words);
    long[] before = states.clone();

    Symmetry.of(layout).canonicalise(states, words);

    assertThat(states).startsWith(before[0]).endsWith(before[2 * words]);
    long[] first = before.clone();
    Symmetry.of(layout).forThread().canonicalise(first, 0);
    assertThat(states[words]).isEqualTo(first[0]);
  }

  @Test
  void namesTellTheReductionsApart() {
    Toy toy = Counters.of(2, 2);

    assertThat(Symmetry.of(Layout.of(toy.specification(), toy.world())).name())
        .isEqualTo("symmetry");
    assertThat(new Unreduced().name()).isEqualTo("none");
  }

  @Test
  void withoutReductionAStateStandsForItself() {
    long[] states = {1, 2, 3};

    new Unreduced().forThread().canonicalise(states, 1);

    assertThat(states).containsExactly(1, 2, 3);
  }

  private static Set<List<Long>> quotient(
      Interpreter interpreter, Layout layout, Symmetry symmetry) {
    Set<List<Long>> seen = new HashSet<>();
    Deque<List<Long>> open = new ArrayDeque<>();
    open.add(representative(interpreter.initial(), layout, symmetry));
    seen.add(open.getFirst());
    while (!open.isEmpty()) {
      long[] words = open.remove().stream().mapToLong(Long::longValue).toArray();
      for (Transition transition : interpreter.successors(layout.unpack(words, 0))) {
        List<Long> next = representative(transition.target(), layout, symmetry);
        if (seen.add(next)) {
          open.add(next);
        }
      }
    }
    return seen;
  }

  static List<Long> representative(State state, Layout layout, Reduction reduction) {
    long[] words = Relabelling.pack(state, layout);
    reduction.canonicalise(words, 0);
    return Relabelling.list(words);
  }

  static Interpreter goModel(String name) {
    Scenario scenario = Scenarios.named(name).orElseThrow();
    return new Interpreter(Flattening.of(scenario.protocol()), new World(scenario.sizes()));
  }
}

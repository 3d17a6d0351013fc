package psyscall.checker.plain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import psyscall.checker.judge.Finding;
import psyscall.checker.search.Counts;
import psyscall.checker.search.Exploration;
import psyscall.checker.toy.NaiveSearch;
import psyscall.checker.toy.Searches;
import psyscall.checker.toy.Toy;
import psyscall.checker.toy.Wiring;
import psyscall.model.behavior.Behavior;
import psyscall.model.behavior.State;
import psyscall.spec.process.StepKind;
import psyscall.spec.property.Property.Always;
import psyscall.spec.property.Property.DeadlockFree;
import psyscall.spec.property.Property.Possible;
import psyscall.spec.property.Property.Quiet;
import psyscall.spec.term.Term;
import psyscall.spec.verdict.Verdict;

/// Drawn graphs: the search and the naive search agree on every kind of verdict.
final class PlainSearchProperties {
  private static final int NODES = 5;

  @Provide
  Arbitrary<Wiring> wirings() {
    Arbitrary<Integer> node = Arbitraries.integers().between(0, NODES - 1);
    Arbitrary<Wiring.Effect> effect =
        Arbitraries.frequency(
            Tuple.of(6, Wiring.Effect.NOTHING),
            Tuple.of(2, Wiring.Effect.NEWS),
            Tuple.of(2, Wiring.Effect.NEEDS_NEWS),
            Tuple.of(1, Wiring.Effect.END));
    return Combinators.combine(node, node, Arbitraries.of(StepKind.class), effect)
        .as(Wiring.Arrow::new)
        .list()
        .ofMinSize(2)
        .ofMaxSize(12)
        .map(arrows -> new Wiring(NODES, arrows));
  }

  @Property(tries = 400, edgeCases = EdgeCasesMode.NONE)
  void countsAgree(@ForAll("wirings") Wiring wiring, @ForAll boolean polls) {
    Toy toy = polls ? wiring.poller() : wiring.process();
    NaiveSearch naive = new NaiveSearch(toy.interpreter());

    Exploration found = Searches.whole(toy);

    assertThat(found.counts())
        .isEqualTo(new Counts(naive.states(), naive.states(), naive.transitions(), naive.depth()));
    assertThat(found.coverage()).isEqualTo(naive.fired());
  }

  @Property(tries = 400, edgeCases = EdgeCasesMode.NONE)
  void alwaysAgrees(@ForAll("wirings") Wiring wiring) {
    Toy toy = wiring.process();
    Term condition = wiring.at(toy, NODES - 1).not().term();
    NaiveSearch naive = new NaiveSearch(toy.interpreter());

    Exploration found = Searches.whole(toy, new Always(Toy.about("always"), condition));

    assertAgree(found, naive, naive.failing(condition));
  }

  @Property(tries = 400, edgeCases = EdgeCasesMode.NONE)
  void quietAgrees(@ForAll("wirings") Wiring wiring, @ForAll boolean polls) {
    Toy toy = polls ? wiring.poller() : wiring.process();
    Term condition = wiring.at(toy, NODES - 1).or(wiring.at(toy, 0)).term();
    NaiveSearch naive = new NaiveSearch(toy.interpreter());
    Set<State> quiet = naive.quiet();

    Exploration found = Searches.whole(toy, new Quiet(Toy.about("quiet"), condition));

    assertThat(found.quietStates()).hasValue(quiet.size());
    Set<State> failing = naive.failing(condition);
    failing.retainAll(quiet);
    assertAgree(found, naive, failing);
    assertThat(found.verdict() instanceof Verdict.Vacuous).isEqualTo(quiet.isEmpty());
  }

  @Property(tries = 400, edgeCases = EdgeCasesMode.NONE)
  void deadlockAgrees(@ForAll("wirings") Wiring wiring, @ForAll boolean polls) {
    Toy toy = polls ? wiring.poller() : wiring.process();
    Term declared = wiring.at(toy, NODES - 1).term();
    NaiveSearch naive = new NaiveSearch(toy.interpreter());

    Exploration found = Searches.whole(toy, new DeadlockFree(Toy.about("free"), declared));

    assertAgree(found, naive, naive.deadlocks(declared));
  }

  @Property(tries = 400, edgeCases = EdgeCasesMode.NONE)
  void possibleAgrees(@ForAll("wirings") Wiring wiring, @ForAll boolean polls) {
    Toy toy = polls ? wiring.poller() : wiring.process();
    Term from = wiring.at(toy, 1).or(wiring.at(toy, 2)).term();
    Term reached = wiring.at(toy, 3).term();
    NaiveSearch naive = new NaiveSearch(toy.interpreter());

    Exploration found = Searches.whole(toy, new Possible(Toy.about("can"), from, reached));

    assertAgree(found, naive, naive.lost(from, reached));
  }

  /// A violation is found exactly if there is one, and then a nearest one, by steps that are
  /// possible.
  private static void assertAgree(Exploration found, NaiveSearch naive, Set<State> violations) {
    OptionalInt distance = naive.distance(violations::contains);
    List<Behavior> traces =
        found.findings().stream().flatMap(PlainSearchProperties::trace).toList();
    assertThat(traces).hasSize(distance.isPresent() ? 1 : 0);
    for (Behavior trace : traces) {
      assertThat(trace.length()).isEqualTo(distance.getAsInt());
      assertThat(violations).contains(trace.last());
      assertThat(naive.allows(trace)).isTrue();
    }
  }

  private static Stream<Behavior> trace(Finding finding) {
    return switch (finding.verdict()) {
      case Verdict.Violated<Behavior> violated -> Stream.of(violated.trace());
      case Verdict.Deadlock<Behavior> deadlock -> Stream.of(deadlock.trace());
      case Verdict<Behavior> _ -> Stream.empty();
    };
  }
}

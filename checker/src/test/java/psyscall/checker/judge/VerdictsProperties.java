package psyscall.checker.judge;

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
import net.jqwik.api.constraints.IntRange;
import psyscall.checker.search.Exploration;
import psyscall.checker.search.Search;
import psyscall.checker.search.SearchOptions;
import psyscall.checker.search.Supervision;
import psyscall.checker.toy.NaiveSearch;
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

/// Drawn graphs: verdicts are those of the naive search, which walks from each state.
final class VerdictsProperties {
  private static final int NODES = 7;

  @Provide
  Arbitrary<Wiring> wirings() {
    Arbitrary<Integer> node = Arbitraries.integers().between(0, NODES - 1);
    Arbitrary<Wiring.Effect> effect =
        Arbitraries.frequency(
            Tuple.of(8, Wiring.Effect.NOTHING),
            Tuple.of(2, Wiring.Effect.NEWS),
            Tuple.of(2, Wiring.Effect.NEEDS_NEWS),
            Tuple.of(1, Wiring.Effect.END));
    return Combinators.combine(node, node, Arbitraries.of(StepKind.class), effect)
        .as(Wiring.Arrow::new)
        .list()
        .ofMinSize(4)
        .ofMaxSize(20)
        .map(arrows -> new Wiring(NODES, arrows));
  }

  @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
  void allVerdictsAgree(
      @ForAll("wirings") Wiring wiring,
      @ForAll boolean polls,
      @ForAll @IntRange(min = 1, max = 3) int threads) {
    Toy toy = polls ? wiring.poller() : wiring.process();
    Term last = wiring.at(toy, NODES - 1).term();
    Term notLast = wiring.at(toy, NODES - 1).not().term();
    Term from = wiring.at(toy, 1).or(wiring.at(toy, 2)).term();
    Term reached = wiring.at(toy, 3).term();
    Term anywhere = wiring.at(toy, 0).or(wiring.at(toy, 0).not()).term();
    NaiveSearch naive = new NaiveSearch(toy.interpreter());

    Exploration found =
        Search.explore(
            toy.interpreter(),
            List.of(
                new Always(Toy.about("always"), notLast),
                new Quiet(Toy.about("quiet"), last),
                new DeadlockFree(Toy.about("free"), last),
                new Possible(Toy.about("can"), from, reached),
                new Possible(Toy.about("could"), anywhere, last)),
            SearchOptions.WHOLE_GRAPH.threads(threads),
            Supervision.of(() -> 0));

    Set<State> quiet = naive.quiet();
    assertThat(found.quietStates()).hasValue(quiet.size());
    assertThat(found.finding("quiet").examined()).isEqualTo(quiet.size());
    Set<State> failing = naive.failing(last);
    failing.retainAll(quiet);
    assertAgree(found.finding("always"), naive, naive.failing(notLast));
    assertAgree(found.finding("quiet"), naive, failing);
    assertAgree(found.finding("free"), naive, naive.deadlocks(last));
    assertAgree(found.finding("can"), naive, naive.lost(from, reached));
    assertAgree(found.finding("could"), naive, naive.lost(anywhere, last));
  }

  /// A violation is found exactly if there is one, and then a nearest one, by steps that are
  /// possible.
  private static void assertAgree(Finding finding, NaiveSearch naive, Set<State> violations) {
    OptionalInt distance = naive.distance(violations::contains);
    List<Behavior> traces = trace(finding).toList();
    assertThat(traces).as(finding.property().name()).hasSize(distance.isPresent() ? 1 : 0);
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

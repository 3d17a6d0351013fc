package psyscall.checker.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import psyscall.checker.judge.Finding;
import psyscall.checker.plain.PlainSearch;
import psyscall.checker.problem.InterpretedCode;
import psyscall.checker.problem.Problem;
import psyscall.checker.toy.Toy;
import psyscall.model.behavior.Behavior;
import psyscall.model.behavior.World;
import psyscall.model.interpret.Interpreter;
import psyscall.spec.expr.Bool;
import psyscall.spec.property.Property;
import psyscall.spec.rule.Specification;
import psyscall.spec.scenario.Scenario;
import psyscall.spec.scenario.Scenarios;
import psyscall.spec.term.Term;
import psyscall.spec.verdict.Verdict;

/// The search and the plain search find the same.
final class SearchAgreesTest {
  private static final long STATES_MAX = 10_000;

  /// A system with claims about it.
  record Case(String name, Interpreter interpreter, List<Property> properties) {
    @Override
    public String toString() {
      return name;
    }
  }

  static Stream<Case> toys() {
    return Toy.all().map(toy -> new Case(toy.name(), toy.interpreter(), claims(toy)));
  }

  /// One property of each kind that holds somewhere and not everywhere.
  private static List<Property> claims(Toy toy) {
    Bool running = toy.ended("running");
    return List.of(
        new Property.Always(Toy.about("always"), running.term()),
        new Property.OnStep(Toy.about("step"), new Term.StepOf(List.of("take", "up", "look"))),
        new Property.Sometimes(Toy.about("sometimes"), running.not().term()),
        new Property.Quiet(Toy.about("quiet"), Bool.FALSE.term()),
        new Property.Possible(Toy.about("possible"), running.term(), running.not().term()),
        new Property.DeadlockFree(Toy.about("free"), Bool.FALSE.term()));
  }

  static Stream<Case> scenarios() {
    return Scenarios.all().stream()
        .filter(
            scenario ->
                scenario.pinned().whole().stream().anyMatch(counts -> counts.states() < STATES_MAX))
        .map(SearchAgreesTest::of);
  }

  private static Case of(Scenario scenario) {
    Specification specification = scenario.specification();
    return new Case(
        scenario.name(),
        new Interpreter(specification, new World(scenario.sizes())),
        scenario.claims(specification));
  }

  private static Exploration plain(Case system, SearchOptions options) {
    return PlainSearch.explore(
        system.interpreter(), system.properties(), options, Supervision.of(() -> 0));
  }

  private static Exploration search(
      Case system, SearchOptions options, UnaryOperator<Problem> exchange) {
    return Search.explore(
        system.interpreter(), system.properties(), options, Supervision.of(() -> 0), exchange);
  }

  /// All threads take part, however small a level is.
  private static Problem withManyHands(Problem problem) {
    return problem.statesPerWorker(1);
  }

  private static void assertSame(Exploration found, Exploration wanted) {
    assertThat(found.counts()).isEqualTo(wanted.counts());
    assertThat(found.cut()).isEqualTo(wanted.cut());
    assertThat(found.coverage()).isEqualTo(wanted.coverage());
    assertThat(found.quietStates()).isEqualTo(wanted.quietStates());
    assertThat(summaries(found)).isEqualTo(summaries(wanted));
  }

  /// What may not differ of findings: which of several shortest counterexamples is told may.
  private static List<String> summaries(Exploration exploration) {
    List<String> summaries = new ArrayList<>();
    for (Finding finding : exploration.findings()) {
      String verdict =
          switch (finding.verdict()) {
            case Verdict.Violated<Behavior> v -> "violated after " + v.trace().length();
            case Verdict.Deadlock<Behavior> v -> "deadlock after " + v.trace().length();
            case Verdict<Behavior> v -> v.toString();
          };
      summaries.add(finding.property().name() + " " + verdict + " " + finding.examined());
    }
    return summaries;
  }

  @ParameterizedTest
  @MethodSource("toys")
  void toysAgree(Case toy) {
    Exploration wanted = plain(toy, SearchOptions.WHOLE_GRAPH);

    for (int threads = 1; threads <= 3; threads++) {
      SearchOptions options = SearchOptions.WHOLE_GRAPH.threads(threads);
      assertSame(search(toy, options, SearchAgreesTest::withManyHands), wanted);
    }
    assertSame(search(toy, SearchOptions.WHOLE_GRAPH, InterpretedCode::in), wanted);
  }

  @ParameterizedTest
  @MethodSource("scenarios")
  void scenariosAgree(Case scenario) {
    Exploration wanted = plain(scenario, SearchOptions.WHOLE_GRAPH);

    assertSame(search(scenario, SearchOptions.WHOLE_GRAPH, UnaryOperator.identity()), wanted);
    assertSame(
        search(scenario, SearchOptions.WHOLE_GRAPH.threads(2), SearchAgreesTest::withManyHands),
        wanted);
  }

  @ParameterizedTest
  @MethodSource("toys")
  void theNumberOfThreadsChangesNothing(Case toy) {
    Exploration one = search(toy, SearchOptions.WHOLE_GRAPH, UnaryOperator.identity());

    Exploration many =
        search(toy, SearchOptions.WHOLE_GRAPH.threads(4), SearchAgreesTest::withManyHands);

    assertThat(many.findings().toString()).isEqualTo(one.findings().toString());
  }

  @ParameterizedTest
  @MethodSource("toys")
  void depthFirstMeetsTheSameStates(Case toy) {
    Exploration wanted = plain(toy, SearchOptions.WHOLE_GRAPH);

    Exploration found =
        search(
            toy,
            SearchOptions.WHOLE_GRAPH.strategy(new Strategy.DepthFirst()),
            UnaryOperator.identity());

    assertThat(found.counts().states()).isEqualTo(wanted.counts().states());
    assertThat(found.counts().transitions()).isEqualTo(wanted.counts().transitions());
    assertThat(found.counts().depth()).isGreaterThanOrEqualTo(wanted.counts().depth());
    assertThat(found.coverage()).isEqualTo(wanted.coverage());
    assertThat(found.quietStates()).isEqualTo(wanted.quietStates());
    assertThat(kinds(found)).isEqualTo(kinds(wanted));
  }

  private static List<Class<?>> kinds(Exploration exploration) {
    List<Class<?>> kinds = new ArrayList<>();
    exploration.findings().forEach(finding -> kinds.add(finding.verdict().getClass()));
    return kinds;
  }

  @Test
  void aLimitOfStatesIsExact() {
    Case toy = new Case("two-phase commit", Toy.twoPhaseCommit(3).interpreter(), List.of());
    for (int threads = 1; threads <= 3; threads++) {
      SearchOptions options = SearchOptions.WHOLE_GRAPH.threads(threads);
      for (int states = 1; states <= 288; states++) {
        Exploration found =
            search(
                toy,
                options.within(Limits.NONE.withMaxStates(states)),
                SearchAgreesTest::withManyHands);
        assertThat(found.counts().states()).isEqualTo(states);
        assertThat(found.isComplete()).as("states=%d", states).isEqualTo(states == 288);
      }
    }
  }
}

package psyscall.checker.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import psyscall.checker.judge.Finding;
import psyscall.checker.search.Search;
import psyscall.checker.search.SearchOptions;
import psyscall.checker.search.Supervision;
import psyscall.model.behavior.Behavior;
import psyscall.model.behavior.World;
import psyscall.model.interpret.Interpreter;
import psyscall.spec.mutation.Mutation;
import psyscall.spec.mutation.Mutations;
import psyscall.spec.process.Ending;
import psyscall.spec.property.Properties;
import psyscall.spec.property.RuntimeView;
import psyscall.spec.release.Change;
import psyscall.spec.release.Release;
import psyscall.spec.rule.Flattening;
import psyscall.spec.rule.Specification;
import psyscall.spec.runtime.GoRuntime;
import psyscall.spec.runtime.GoThrow;
import psyscall.spec.runtime.GoThrows;
import psyscall.spec.scenario.Scenario;
import psyscall.spec.scenario.Scenarios;
import psyscall.spec.state.Feature;
import psyscall.spec.state.Op;
import psyscall.spec.state.Program;
import psyscall.spec.state.RuntimeState;
import psyscall.spec.verdict.Verdict;

/// Every mutation is noticed by the property that it was made for, at its pinned depth.
class MutationsTest {
  @ParameterizedTest
  @MethodSource("mutations")
  void mutationIsKilled(Mutation mutation) {
    isKilled(mutation, SearchOptions.Symmetry.OFF);
  }

  @ParameterizedTest
  @MethodSource("mutations")
  void mutationIsKilledWithSymmetry(Mutation mutation) {
    isKilled(mutation, SearchOptions.Symmetry.AUTO);
  }

  private static void isKilled(Mutation mutation, SearchOptions.Symmetry symmetry) {
    Scenario scenario = mutation.world();
    Specification specification =
        scenario.specification(
            mutation.edit().apply(scenario.protocol()), List.of(mutation.property()));
    RuntimeView view = new RuntimeView(scenario.state(), specification);

    Finding finding =
        Search.explore(
                new Interpreter(specification, new World(scenario.sizes())),
                List.of(Properties.of(mutation.property(), view)),
                SearchOptions.WHOLE_GRAPH
                    .until(SearchOptions.Until.FIRST_VIOLATION)
                    .symmetry(symmetry),
                Supervision.of(System::nanoTime))
            .findings()
            .getFirst();

    switch (finding.verdict()) {
      case Verdict.Violated<Behavior> violated -> isAsPinned(mutation, violated.trace());
      case Verdict.Deadlock<Behavior> deadlock -> isAsPinned(mutation, deadlock.trace());
      case Verdict.Vacuous<Behavior> _ -> assertThat(mutation.depth()).isZero();
      case Verdict<Behavior> other -> assertThat(other).as("verdict").isNull();
    }
  }

  private static void isAsPinned(Mutation mutation, Behavior trace) {
    assertThat(trace.length()).isEqualTo(mutation.depth());
    mutation
        .ending()
        .ifPresent(
            wanted ->
                assertThat(trace.transitions().getLast().step().ending())
                    .map(Ending::name)
                    .contains(wanted));
  }

  static List<Mutation> mutations() {
    return Mutations.all();
  }

  @Test
  void everyPropertyKillsAMutation() {
    Set<String> killing = new TreeSet<>();
    Mutations.all().forEach(m -> killing.add(m.property().replaceFirst(":.*", "")));

    assertThat(killing).containsExactlyElementsOf(Properties.names());
  }

  @Test
  void everyCheckedThrowIsFiredByAMutation() {
    Set<String> fired = new TreeSet<>();
    Mutations.all().forEach(m -> m.ending().ifPresent(fired::add));
    Set<String> checked = new TreeSet<>();
    for (GoThrow row : GoThrows.of(Release.GO_1_10_8)) {
      row.ending().ifPresent(ending -> checked.add(ending.name()));
    }

    assertThat(checked).hasSize(39);
    assertThat(fired).containsAll(checked);
  }

  static Stream<Release> releases() {
    return Stream.concat(
        Release.all().stream(), Stream.of(Release.GO_1_19_13.plus(Change.NEEDSPINNING)));
  }

  /// Every extension, and goroutines that do anything.
  private static RuntimeState everything(Release release) {
    Set<Op> all = EnumSet.complementOf(EnumSet.of(Op.EXIT));
    List<Program> programs = Collections.nCopies(2, Program.anything(1, all));
    return new RuntimeState(release, 2, 2, programs, EnumSet.allOf(Feature.class));
  }

  @ParameterizedTest
  @MethodSource("releases")
  void everyThrowOfTheModelIsInTheTable(Release release) {
    Set<String> checked = new TreeSet<>();
    GoThrows.of(release).forEach(row -> row.ending().ifPresent(e -> checked.add(e.name())));
    Set<String> modelled = new TreeSet<>();
    for (Ending ending : Flattening.of(GoRuntime.protocol(everything(release))).endings()) {
      if (ending.kind() == Ending.Kind.THROW) {
        modelled.add(ending.name());
      }
    }
    modelled.removeAll(List.of("out-of-range", "nil-dereference", "queue-full"));

    assertThat(modelled).isEqualTo(checked);
  }

  @Test
  void namesAreUnique() {
    assertThat(Mutations.all()).extracting(Mutation::name).doesNotHaveDuplicates();
    assertThat(Scenarios.all()).extracting(Scenario::name).doesNotHaveDuplicates();
  }
}

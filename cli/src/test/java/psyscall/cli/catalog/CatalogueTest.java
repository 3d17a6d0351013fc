package psyscall.cli.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import psyscall.spec.lifecycle.EventRule;
import psyscall.spec.lifecycle.Lifecycle;
import psyscall.spec.mutation.Mutation;
import psyscall.spec.mutation.Mutations;
import psyscall.spec.release.Release;
import psyscall.spec.rule.Flattening;
import psyscall.spec.rule.Rule;
import psyscall.spec.runtime.GoThrow;
import psyscall.spec.scenario.Scenarios;
import psyscall.spec.state.LifecycleState;

class CatalogueTest {
  @Test
  void everyRuleOfEveryScenarioIsListedOnce() {
    Set<String> inScenarios =
        Scenarios.all().stream()
            .filter(scenario -> scenario.release().equals(Release.GO_1_10_8))
            .flatMap(scenario -> Flattening.of(scenario.protocol()).rules().stream())
            .map(Rule::name)
            .collect(Collectors.toSet());

    List<RuleEntry> listed = RuleEntry.all(Release.GO_1_10_8);

    assertThat(listed).extracting(RuleEntry::name).doesNotHaveDuplicates().containsAll(inScenarios);
    assertThat(listed)
        .allSatisfy(
            rule ->
                assertThat(rule.scenarios() > 0)
                    .as(rule.name())
                    .isEqualTo(inScenarios.contains(rule.name())));
  }

  @Test
  void rulesOfEventsCiteGo() {
    List<String> citing =
        CitationEntry.all(WholeProtocol.build()).stream()
            .filter(entry -> entry.kind() == CitationEntry.Kind.PROCEDURE)
            .filter(entry -> !entry.place().file().isEmpty())
            .map(CitationEntry::by)
            .toList();

    assertThat(citing)
        .containsAll(
            new Lifecycle(new LifecycleState()).rules().stream().map(EventRule::name).toList());
  }

  @Test
  void throwsOfAReleaseHaveItsNamesAndLines() {
    assertThat(throwsOf(Release.GO_1_10_8))
        .contains("acquirep1 proc.go:4058", "helpgc proc.go:658");
    assertThat(throwsOf(Release.GO_1_14_15))
        .contains(
            "wirep proc.go:4361",
            "exitsyscall proc.go:3140",
            "suspendG preempt.go:110",
            "resumeG preempt.go:268")
        .noneMatch(name -> name.startsWith("helpgc"));
    assertThat(throwsOf(Release.GO_1_19_13))
        .contains(
            "wirep proc.go:4971",
            "findRunnable proc.go:2744",
            "lock2, unlock2 lock_futex.go:55, 118, 127")
        .contains("findRunnableGCWorker mgcpacer.go:812")
        .noneMatch(name -> name.startsWith("exitsyscall "));
  }

  private static List<String> throwsOf(Release release) {
    return ThrowEntry.all(release).stream()
        .map(entry -> entry.row().procedure() + " " + entry.place())
        .toList();
  }

  @Test
  void bugsOfAnotherReleaseFireNoThrow() {
    assertThat(ThrowEntry.all(Release.GO_1_14_15)).allMatch(entry -> entry.mutants().isEmpty());
    assertThat(ThrowEntry.all(Release.GO_1_19_13))
        .flatExtracting(ThrowEntry::mutants)
        .containsExactly("go46524");
  }

  @ParameterizedTest
  @MethodSource("psyscall.spec.release.Release#all")
  void throwsNameTheBugsThatFireThem(Release release) {
    List<String> named =
        ThrowEntry.all(release).stream().flatMap(entry -> entry.mutants().stream()).toList();

    assertThat(named)
        .containsAll(
            Mutations.all().stream()
                .filter(bug -> bug.ending().isPresent() && bug.release().equals(release))
                .map(Mutation::name)
                .toList());
  }

  @ParameterizedTest
  @MethodSource("psyscall.spec.release.Release#all")
  void throwIsCheckedOrHasAReason(Release release) {
    assertThat(ThrowEntry.all(release))
        .hasSizeGreaterThan(50)
        .allSatisfy(
            entry -> {
              boolean isChecked = entry.row().treatment() == GoThrow.Treatment.CHECKED;
              assertThat(entry.check().isPresent()).as(entry.place()).isEqualTo(isChecked);
              assertThat(isChecked || !entry.row().reason().isEmpty()).as(entry.place()).isTrue();
            });
  }
}

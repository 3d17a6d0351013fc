package psyscall.cli.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import psyscall.spec.lifecycle.EventRule;
import psyscall.spec.lifecycle.Lifecycle;
import psyscall.spec.mutation.Mutation;
import psyscall.spec.mutation.Mutations;
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
            .flatMap(scenario -> Flattening.of(scenario.protocol()).rules().stream())
            .map(Rule::name)
            .collect(Collectors.toSet());

    List<RuleEntry> listed = RuleEntry.all();

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
  void throwsNameTheBugsThatFireThem() {
    List<String> named =
        ThrowEntry.all().stream().flatMap(entry -> entry.mutants().stream()).toList();

    assertThat(named)
        .containsAll(
            Mutations.all().stream()
                .filter(bug -> bug.ending().isPresent())
                .map(Mutation::name)
                .toList());
  }

  @Test
  void throwIsCheckedOrHasAReason() {
    assertThat(ThrowEntry.all())
        .hasSizeGreaterThan(50)
        .allSatisfy(
            entry -> {
              boolean isChecked = entry.row().treatment() == GoThrow.Treatment.CHECKED;
              assertThat(entry.check().isPresent()).as(entry.place()).isEqualTo(isChecked);
              assertThat(isChecked || !entry.row().reason().isEmpty()).as(entry.place()).isTrue();
            });
  }
}

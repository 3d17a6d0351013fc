package psyscall.checker.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import psyscall.checker.judge.Finding;
import psyscall.checker.plain.PlainSearch;
import psyscall.checker.search.SearchOptions;
import psyscall.checker.search.Supervision;
import psyscall.model.behavior.Behavior;
import psyscall.model.behavior.World;
import psyscall.model.interpret.Interpreter;
import psyscall.spec.citation.Citation;
import psyscall.spec.property.Properties;
import psyscall.spec.property.Property;
import psyscall.spec.property.RuntimeView;
import psyscall.spec.release.Change;
import psyscall.spec.release.Release;
import psyscall.spec.rule.Specification;
import psyscall.spec.runtime.GoRuntime;
import psyscall.spec.scenario.Scenario;
import psyscall.spec.scenario.Scenarios;
import psyscall.spec.state.G;
import psyscall.spec.state.RuntimeState;
import psyscall.spec.term.IllFormed;
import psyscall.spec.verdict.Verdict;

/// Scan bits: where they are, whose stack can be scanned in which release, and who waits.
class ScanBitTest {
  private static Scenario scenario(String name, Release release) {
    return Scenarios.named(name).orElseThrow().on(release);
  }

  private static List<Finding> explore(Specification specification, Scenario in, Property... of) {
    return PlainSearch.explore(
            new Interpreter(specification, new World(in.sizes())),
            List.of(of),
            SearchOptions.WHOLE_GRAPH,
            Supervision.of(System::nanoTime))
        .findings();
  }

  /// Whether a goroutine is scanned on its thread in some reachable state.
  private static boolean isScannedOnItsThread(Scenario scenario) {
    RuntimeState s = scenario.state();
    Property.About about =
        new Property.About("scanned-on-thread", "", "", new Citation("", List.of(), "", ""));
    Property witness =
        new Property.Sometimes(
            about, G.IDS.exists(gp -> s.g.scan().of(gp).and(s.g.waitsOnThread(gp))).term());
    return explore(scenario.specification(scenario.protocol(), List.of()), scenario, witness)
            .getFirst()
            .verdict()
        instanceof Verdict.Holds<Behavior>;
  }

  @Test
  void variablesAndProcessAreThereWhereStacksAreScanned() {
    Scenario with = scenario("syscall-beside-scan", Release.GO_1_10_8);
    Scenario without = scenario("two-calls-one-p", Release.GO_1_10_8);

    assertThat(with.state().variables()).extracting(v -> v.name()).contains("g.scan");
    assertThat(with.protocol().processes())
        .extracting(process -> process.name())
        .contains(GoRuntime.SCANNER);
    assertThat(without.state().variables()).extracting(v -> v.name()).doesNotContain("g.scan");
    assertThat(without.protocol().processes())
        .extracting(process -> process.name())
        .doesNotContain(GoRuntime.SCANNER);
    assertThatThrownBy(() -> without.state().g.scan())
        .isInstanceOf(IllFormed.class)
        .hasMessage("no scan bits: extension=scan-bit is off");
  }

  @ParameterizedTest
  @ValueSource(strings = {"scan-bit-excludes-changes", "change-waits-for-scan"})
  void claimsSayNothingWhereNobodyScans(String property) {
    Scenario without = scenario("one-call", Release.GO_1_10_8);
    Specification specification = without.specification();

    Property claim = Properties.of(property, new RuntimeView(without.state(), specification));

    assertThat(explore(specification, without, claim).getFirst().verdict())
        .isInstanceOf(
            claim instanceof Property.Sometimes ? Verdict.Vacuous.class : Verdict.Holds.class);
  }

  /// Up to 1.12 only who honours a request to yield waits on its thread for a moment; later it is
  /// who runs forEachP, and in 1.19 who stops the world.
  @ParameterizedTest
  @CsvSource({
    "stop-beside-scan, 1.10.8, true",
    "stop-beside-scan, 1.14.15, false",
    "stop-beside-scan, 1.19.13, true",
    "safe-point-beside-scan-in-1-14, 1.14.15, true"
  })
  void stacksThatCanBeScannedAreThoseOfGosMarks(String name, String release, boolean scanned) {
    assertThat(isScannedOnItsThread(scenario(name, Release.named(release).orElseThrow())))
        .isEqualTo(scanned);
  }

  @Test
  void stopperIsScannedOnlyBecauseItIsMarkedAsWaiting() {
    Release before = Release.GO_1_19_13.minus(Change.STOPPER_WAITS);

    assertThat(isScannedOnItsThread(scenario("stop-beside-scan-in-1-19", before))).isFalse();
  }
}

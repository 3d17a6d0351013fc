package psyscall.checker.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import psyscall.spec.mutation.Edits;
import psyscall.spec.mutation.Site;
import psyscall.spec.process.Protocol;
import psyscall.spec.process.Statement;
import psyscall.spec.release.Change;
import psyscall.spec.release.Release;
import psyscall.spec.scenario.Scenario;
import psyscall.spec.scenario.Scenarios;
import psyscall.spec.state.P;

/// The same small worlds in each release, explored to the end with all properties of the scenario:
/// how large they are up to symmetry (states, transitions, depth), what is violated, and after how
/// many steps.
class ReleasesTest {
  private static final Release REPAIRED_1_19 = Release.GO_1_19_13.plus(Change.NEEDSPINNING);

  private static Scenario scenario(String name, Release release) {
    return Scenarios.named(name).orElseThrow().on(release);
  }

  private static Release release(String name) {
    return Release.named(name).orElseThrow();
  }

  private static void isAsPinned(Scenario scenario, String counts, String violated) {
    Explored explored = Explored.of(scenario);

    assertThat(scenario.properties()).contains("refines-lifecycle");
    assertThat(explored.isComplete()).isTrue();
    assertThat(explored.figures()).isEqualTo(counts);
    assertThat(String.join(", ", explored.violated())).isEqualTo(violated);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
      two-calls-one-p         | 1.10.8  | 4208 11254 68    |
      two-calls-one-p         | 1.14.15 | 4347 11671 67    |
      two-calls-one-p         | 1.19.13 | 3993 10677 63    |
      hand-off-beside-spinner | 1.10.8  | 65485 195929 106 | \
        no-idle-beside-local-work 69, work-conservation 69
      hand-off-beside-spinner | 1.14.15 | 62340 188799 105 | \
        no-idle-beside-local-work 64, work-conservation 64
      hand-off-beside-spinner | 1.19.13 | 52631 158170 93  | \
        no-idle-beside-local-work 64, work-conservation 64
      stop-with-sysmon        | 1.10.8  | 34572 106485 86  |
      stop-with-sysmon        | 1.14.15 | 32459 100566 84  |
      stop-with-sysmon        | 1.19.13 | 23414 71326 78   |
      two-wakers              | 1.10.8  | 24816 71962 103  |
      two-wakers              | 1.14.15 | 23757 68846 101  |
      two-wakers              | 1.19.13 | 14576 40279 100  | \
        no-idle-beside-local-work 42, work-conservation 42
      yield-beside-spinner    | 1.10.8  | 3039 6089 86     | work-conservation 53
      yield-beside-spinner    | 1.14.15 | 3004 6025 85     | work-conservation 52
      yield-beside-spinner    | 1.19.13 | 2378 4676 80     | \
        no-idle-beside-local-work 42, work-conservation 42
      stop-while-calling      | 1.10.8  | 23408 65550 107  |
      stop-while-calling      | 1.14.15 | 23554 66353 105  |
      stop-while-calling      | 1.19.13 | 14327 38569 88   |
      stop-with-queues        | 1.10.8  | 48228 134463 107 |
      stop-with-queues        | 1.14.15 | 46393 129176 105 |
      stop-with-queues        | 1.19.13 | 27491 72936 104  | \
        no-idle-beside-local-work 61, work-conservation 61
      ready-then-block        | 1.10.8  | 44071 129046 108 |
      ready-then-block        | 1.14.15 | 37075 108169 106 |
      ready-then-block        | 1.19.13 | 23621 66129 100  |
      stop-beside-raw-call    | 1.10.8  | 7907 20988 86    | stop-the-world-can-complete 20
      stop-beside-raw-call    | 1.14.15 | 7858 21007 91    | stop-the-world-can-complete 19
      stop-beside-raw-call    | 1.19.13 | 4277 10696 80    | stop-the-world-can-complete 20
      """)
  void worldIsAsPinned(String name, String release, String counts, String violated) {
    isAsPinned(scenario(name, release(release)), counts, Optional.ofNullable(violated).orElse(""));
  }

  /// `m.oldp` is a renaming: what a thread in a call remembers has a field of its own. Only where
  /// slices end it shows: a P that was taken back and is not yet wired is Pidle now, no longer
  /// Prunning, so sysmon does not ask for it any more.
  @ParameterizedTest
  @CsvSource({"two-calls-one-p", "stop-with-sysmon", "many-threads", "stop-while-calling"})
  void graphIsThatOf1108WithOldpAlone(String name) {
    Scenario before = scenario(name, Release.GO_1_10_8);
    Explored after = Explored.of(before.on(Release.GO_1_10_8.plus(Change.OLDP)));

    assertThat(before.pinned().symmetric()).contains(after.counts());
    assertThat(after.violated()).isEmpty();
  }

  /// The lost wake-up of 1.19.13 (H9) needs the one change that it came with, and no other.
  @ParameterizedTest
  @CsvSource({"two-wakers, 42", "yield-beside-spinner, 42"})
  void onlyWhoSpanLooksAgain(String name, int length) {
    Explored as = Explored.of(scenario(name, Release.GO_1_19_13));
    Explored without =
        Explored.of(scenario(name, Release.GO_1_19_13.minus(Change.RECHECK_IF_SPUN)));

    assertThat(as.violated()).contains("no-idle-beside-local-work " + length);
    assertThat(without.violated())
        .noneMatch(broken -> broken.startsWith("no-idle-beside-local-work"));
  }

  /// CL 389014 in 1.19.13: nobody rests beside local work any more.
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
      two-wakers              | 23544 64919 104  |
      ready-then-block        | 39789 111338 113 |
      stop-with-queues        | 44331 119048 114 |
      park-and-ready          | 1947 5126 74     |
      stop-while-calling      | 17819 47796 102  |
      yield-beside-spinner    | 3741 7409 87     | work-conservation 55
      hand-off-beside-spinner | 70858 213373 104 | \
        no-idle-beside-local-work 66, work-conservation 66
      """)
  void lostWakeUpIsMended(String name, String counts, String violated) {
    isAsPinned(scenario(name, REPAIRED_1_19), counts, Optional.ofNullable(violated).orElse(""));
  }

  @Test
  void yieldsAreMendedBesideTheLostWakeUp() {
    Release all = REPAIRED_1_19.plus(Change.GLOBAL_RECHECK, Change.GOSCHED_WAKES);

    isAsPinned(scenario("yield-beside-spinner", all), "6061 11931 91", "");
  }

  /// What a change brought and that is left out again, with what notices it first.
  static Stream<Arguments> broken() {
    Release before = Release.GO_1_14_15;
    Release after = Release.GO_1_19_13;
    return Stream.of(
        Arguments.of(
            before,
            Edits.drop(Site.store("ReenterSyscall", "publish", "m.oldp")),
            "one-call-sysmon processor-in-one-place 4"),
        Arguments.of(
            before,
            Edits.drop(Site.store("ExitSyscallFast", "reacquire", "m.oldp")),
            "one-call-sysmon processor-in-one-place 8"),
        Arguments.of(
            before,
            Edits.drop(Site.store("Startm", "mget", "sched.allm")),
            "hand-off deadlock-detection-is-right 12"),
        Arguments.of(
            after,
            Edits.drop(Site.store("ReenterSyscall", "publish", "m.p")),
            "one-call-sysmon no-throw:acquirep-already 8"),
        Arguments.of(
            after,
            Edits.drop(Site.store("ExitSyscallFast", "reacquire", "p.status")),
            "one-call-sysmon no-throw:acquirep-state 8"),
        Arguments.of(
            after,
            Edits.never(Site.branch("Wakep", "look", "sched.pidle")),
            "two-wakers no-idle-beside-local-work 22"),
        Arguments.of(
            REPAIRED_1_19,
            Edits.drop(Site.store("Wakep", "pidleget", "sched.needspinning")),
            "two-wakers no-idle-beside-local-work 41"),
        Arguments.of(
            REPAIRED_1_19,
            Edits.never(Site.branch("Findrunnable", "drop", "sched.needspinning")),
            "two-wakers no-idle-beside-local-work 41"),
        Arguments.of(
            REPAIRED_1_19,
            Edits.drop(Site.store("Wakep", "admit", "sched.nmspinning")),
            "two-wakers no-throw:wakep-nmspinning 24"),
        Arguments.of(
            REPAIRED_1_19,
            Edits.statement(Site.call("Wakep", "pidleget", "Startm"), ReleasesTest::withoutP),
            "two-wakers no-throw:startm-no-p 25"));
  }

  private static Statement withoutP(Statement old) {
    Statement.Call call = (Statement.Call) old;
    return new Statement.Call(
        call.procedure(),
        List.of(P.IDS.nil().term(), call.arguments().getLast()),
        call.continuations(),
        call.leaves());
  }

  @ParameterizedTest
  @MethodSource("broken")
  void brokenChangeIsNoticed(Release release, UnaryOperator<Protocol> edit, String expected) {
    List<String> parts = List.of(expected.split(" "));
    Scenario scenario = scenario(parts.get(0), release);
    String property = parts.get(1);
    Protocol broken = edit.apply(scenario.protocol());

    assertThat(Explored.of(scenario, broken, List.of(property)).violated())
        .containsExactly(property + " " + parts.get(2));
  }

  @ParameterizedTest
  @EnumSource(Change.class)
  void everyChangeAloneIsAProtocol(Change change) {
    Scenario scenario = scenario("stop-with-sysmon", Release.GO_1_10_8);
    Protocol before = scenario.protocol();
    Scenario changed = scenario.on(Release.GO_1_10_8.plus(change));

    assertThat(changed.protocol().procedures()).isNotEqualTo(before.procedures());
    assertThat(changed.specification().rules()).isNotEmpty();
  }

  @Test
  void scenarioOfItsOwnReleaseIsItself() {
    Scenario scenario = scenario("one-call", Release.GO_1_10_8);

    assertThat(scenario.on(Release.GO_1_10_8)).isSameAs(scenario);
    assertThat(scenario.on(Release.GO_1_19_13).pinned().symmetric()).isEmpty();
    assertThat(scenario.on(Release.GO_1_19_13).release().name()).isEqualTo("1.19.13");
  }
}

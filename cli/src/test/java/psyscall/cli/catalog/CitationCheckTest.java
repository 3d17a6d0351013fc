package psyscall.cli.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ArrayNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import psyscall.cli.golden.Golden;
import psyscall.cli.session.ExitCode;
import psyscall.cli.style.SourceTree;
import psyscall.reports.goroot.GoTreeException;
import psyscall.reports.goroot.Place;
import psyscall.spec.release.Release;

/// Citations of a few procedures, held against a tree that has a few of Go's names.
class CitationCheckTest {
  private static final Path FAKE =
      SourceTree.find().root().resolve("reports/src/test/resources/goroot");

  private final WholeProtocol whole = WholeProtocol.build();

  /// The citations of some procedures with their labels, checks and claims.
  private CitationCheck check(String... names) throws GoTreeException {
    List<CitationEntry> some =
        CitationEntry.all(whole).stream()
            .filter(
                entry ->
                    Stream.of(names)
                        .anyMatch(
                            name -> entry.by().equals(name) || entry.by().startsWith(name + ".")))
            .toList();
    return CitationCheck.of(Release.GO_1_10_8, FAKE, some, CitedProcedures.of(whole));
  }

  @Test
  void sheetShowsLabelsBesideCalls() throws GoTreeException, IOException {
    CitationCheck check =
        check("EnterSyscallSysmon", "Checkdead", "Releasep", "UserCode", "entry-wakes-sysmon");

    assertThat(check.exit()).isEqualTo(ExitCode.NOT_CONFORMING);
    Golden.of("citations.txt").matches(String.join("\n", check.lines()) + "\n");
  }

  @Test
  void checkHoldsIfAllIsThere() throws GoTreeException {
    CitationCheck check = check("EnterSyscallSysmon", "Syscall", "UserCode.run");

    assertThat(check.exit()).isEqualTo(ExitCode.HOLDS);
    assertThat(check.warning()).isEmpty();
    assertThat(check.lines().getLast())
        .isEqualTo(
            "resolved: 4 of 4 citations in go1.10.8; not asked: 0 of other releases, 1 of the"
                + " model's own");
  }

  @Test
  void linesWithoutAThrowDoNotResolve() throws GoTreeException {
    CitationCheck check = check("checkdead-counts");

    assertThat(check.checked()).hasSize(1);
    assertThat(check.lines())
        .contains(
            "not resolved  throw checkdead-counts, runtime/proc.go:4129 checkdead: not a line of"
                + " checkdead,",
            "              checkdead: lines=4129");
    assertThat(check.exit()).isEqualTo(ExitCode.NOT_CONFORMING);
  }

  @Test
  void documentTellsTheSame() throws GoTreeException {
    ArrayNode document = check("EnterSyscallSysmon", "Releasep", "UserCode.run").document();

    assertThat(document.get(0).toString())
        .isEqualTo(
            """
            {"kind":"procedure","by":"EnterSyscallSysmon","step":"","releases":["1.10.8"],\
            "file":"runtime/proc.go","functions":["entersyscall_sysmon"],"lines":[],\
            "resolves":true,"why":null,\
            "at":[{"function":"entersyscall_sysmon","first":13,"last":23}],\
            "steps":["wake W2"],\
            "calls":[{"function":"entersyscall_sysmon","line":14,"text":"lock(&door)"},\
            {"function":"entersyscall_sysmon","line":15,"text":"atomic.Load(&bell.rung)"},\
            {"function":"entersyscall_sysmon","line":16,"text":"bell.cord.ptr().pull(…)"},\
            {"function":"entersyscall_sysmon","line":19,"text":"everywhere(…)"},\
            {"function":"entersyscall_sysmon","line":20,"text":"throw(\\"never { here\\")"},\
            {"function":"entersyscall_sysmon","line":22,"text":"unlock(&door)"}]}\
            """);
    assertThat(document)
        .extracting(each -> each.get("by").textValue() + " " + each.get("resolves"))
        .containsExactly(
            "EnterSyscallSysmon true",
            "EnterSyscallSysmon.wake true",
            "Releasep false",
            "UserCode.run null");
    assertThat(document.get(2).get("why").textValue()).isEqualTo("no such function: name=releasep");
  }

  @Test
  void whatWasReadInAnotherReleaseIsAskedOfThatOneAlone() throws GoTreeException {
    CitationCheck check = check("GoschedWakep", "EnterSyscallSysmon");

    assertThat(check.checked())
        .extracting(each -> each.entry().by() + " " + each.resolution().getClass().getSimpleName())
        .containsExactly(
            "EnterSyscallSysmon Found",
            "EnterSyscallSysmon.wake Found",
            "GoschedWakep OfAnotherRelease",
            "GoschedWakep.wakep OfAnotherRelease");
    assertThat(check.lines())
        .contains("GoschedWakep                      runtime/proc.go goschedImpl, in go1.22.0");
    assertThat(check.exit()).isEqualTo(ExitCode.HOLDS);
  }

  @Test
  void otherReleaseIsToldAndCheckedAllTheSame() {
    CitationCheck other =
        new CitationCheck(
            Release.GO_1_10_8, Path.of("go"), Optional.of("go1.22.0"), List.of(), Map.of());

    assertThat(other.warning())
        .contains(
            "another release: goroot=go, VERSION=go1.22.0, wanted=go1.10.8; functions and lines"
                + " may differ");
    assertThat(
            new CitationCheck(
                    Release.GO_1_19_13, Path.of("go"), Optional.empty(), List.of(), Map.of())
                .warning()
                .orElse(""))
        .contains("VERSION=none, wanted=go1.19.13");
  }

  @Test
  void everythingThatCitesIsListed() {
    List<CitationEntry> all = CitationEntry.all(whole);

    for (CitationEntry.Kind kind : CitationEntry.Kind.values()) {
      assertThat(all.stream().filter(entry -> entry.kind() == kind))
          .as(kind.word())
          .hasSizeGreaterThan(20);
    }
    List<String> modelled = List.of("1.10.8");
    assertThat(all.stream().filter(entry -> entry.kind() == CitationEntry.Kind.LABEL))
        .filteredOn(entry -> entry.releases().equals(modelled))
        .extracting(CitationEntry::by)
        .containsExactlyElementsOf(
            RuleEntry.all(Release.GO_1_10_8).stream().map(RuleEntry::name).toList());
    assertThat(all)
        .extracting(CitationEntry::place)
        .contains(Place.of("runtime/panic.go", "throw"));
    assertThat(all)
        .filteredOn(entry -> !entry.releases().equals(modelled))
        .extracting(entry -> entry.kind() + " " + entry.by() + " " + entry.releases())
        .containsExactly(
            "PROCEDURE CheckGlobalRunq [1.22.0]",
            "LABEL CheckGlobalRunq.look [1.22.0]",
            "PROCEDURE GoschedWakep [1.22.0]",
            "LABEL GoschedWakep.wakep [1.22.0]");
  }
}

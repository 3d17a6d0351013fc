package psyscall.spec.kernel.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import psyscall.spec.release.Release;

class SystemCallsTest {
  @ParameterizedTest
  @CsvSource({"1.10.8, 35", "1.14.15, 38", "1.19.13, 39"})
  void listsHaveTheirLengths(String release, int length) {
    assertThat(SystemCalls.of(Release.named(release).orElseThrow())).hasSize(length);
  }

  @Test
  void tableIsOrderedByNumberAndHasEachCallOnce() {
    assertThat(SystemCalls.all())
        .hasSize(45)
        .extracting(SystemCall::number)
        .isSorted()
        .doesNotHaveDuplicates();
  }

  @Test
  void listsDifferWhereGoChangedThem() {
    assertThat(names(Release.GO_1_10_8))
        .contains("tkill", "pselect6", "getrlimit")
        .doesNotContain("tgkill", "nanosleep");
    assertThat(names(Release.GO_1_14_15))
        .contains("tgkill", "nanosleep", "pipe", "uname", "mlock")
        .doesNotContain("tkill", "pselect6", "clock_gettime");
    assertThat(names(Release.GO_1_19_13))
        .contains("tgkill", "clock_gettime", "timer_create", "pipe2")
        .doesNotContain("pipe", "uname", "mlock");
  }

  @ParameterizedTest
  @MethodSource("psyscall.spec.release.Release#all")
  void everyCallHasASiteAndItsSitesAreOfItsReleases(Release release) {
    assertThat(SystemCalls.of(release))
        .allSatisfy(call -> assertThat(call.sitesIn(release)).as(call.name()).isNotEmpty());
    assertThat(SystemCalls.all())
        .allSatisfy(
            call ->
                assertThat(call.sites())
                    .allSatisfy(site -> assertThat(call.releases()).containsAll(site.releases())));
  }

  /// Who waits for long has no P, or has handed it off.
  @Test
  void reasonsFitWhatTheThreadHas() {
    assertThat(SystemCalls.all().stream().flatMap(call -> call.sites().stream()))
        .allSatisfy(
            site -> {
              CallSite.Processor processor = site.context().processor();
              switch (site.reason()) {
                case NO_P, HANDED_OFF, START ->
                    assertThat(
                            processor == CallSite.Processor.WITHOUT
                                || site.route().startsWith("initsig"))
                        .as(site.route())
                        .isTrue();
                case SHORT_WAIT, STOPPED, ANYWHERE ->
                    assertThat(processor).as(site.route()).isNotEqualTo(CallSite.Processor.WITHOUT);
                case PROMPT ->
                    assertThat(processor).as(site.route()).isNotEqualTo(CallSite.Processor.WITHOUT);
                case DYING, NO_RETURN, UNREACHED -> assertThat(site.path()).isNotEmpty();
              }
            });
  }

  /// One name is misspelled by Go, so the kernel's are compared.
  @Test
  void namesAndNumbersAreThoseOfTheKernelsHeader() throws IOException {
    Optional<Path> header =
        Stream.of("/usr/include/asm", "/usr/include/x86_64-linux-gnu/asm")
            .map(folder -> Path.of(folder, "unistd_64.h"))
            .filter(Files::isRegularFile)
            .findFirst();
    assumeThat(header).as("the kernel's header").isPresent();
    Pattern number = Pattern.compile("(?m)^#define __NR_(\\w+) (\\d+)$");
    Map<String, Integer> kernel = new TreeMap<>();
    for (MatchResult hit :
        number.matcher(Files.readString(header.orElseThrow())).results().toList()) {
      kernel.put(hit.group(1), Integer.valueOf(hit.group(2)));
    }

    assertThat(SystemCalls.all())
        .allSatisfy(call -> assertThat(kernel).containsEntry(call.name(), call.number()));
    assertThat(SystemCalls.all().stream().filter(call -> !call.name().equals(call.goName())))
        .singleElement()
        .satisfies(call -> assertThat(kernel).doesNotContainKey(call.goName()));
  }

  private static List<String> names(Release release) {
    return SystemCalls.of(release).stream().map(SystemCall::name).toList();
  }

  /// `rt_sigreturn`, `exit` and `exit_group`.
  @Test
  void threeCallsNeverComeBack() {
    assertThat(SystemCalls.neverBack()).containsExactlyInAnyOrder(15, 60, 231);
  }
}

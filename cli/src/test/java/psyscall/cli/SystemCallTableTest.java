package psyscall.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import psyscall.reports.goroot.GoFunction;
import psyscall.reports.goroot.GoTree;
import psyscall.reports.goroot.GoTreeException;
import psyscall.reports.goroot.Place;
import psyscall.reports.goroot.Resolution;
import psyscall.spec.citation.Citation;
import psyscall.spec.kernel.table.CallSite;
import psyscall.spec.kernel.table.SystemCall;
import psyscall.spec.kernel.table.SystemCalls;
import psyscall.spec.release.Release;

/// The table of the runtime's own system calls, held against Go's sources; skipped where Go's
/// module cache does not have them.
class SystemCallTableTest {
  private static final String STUBS = "runtime/sys_linux_amd64.s";
  private static final Pattern NUMBER =
      Pattern.compile("(?m)^#define\\s+SYS_(\\w+)\\s+(\\d+)\\s*$");
  private static final Pattern ROUTINE =
      Pattern.compile("(?m)^TEXT\\s+\\w*·(\\w+)\\(SB\\)[^\\n]*\\n((?:(?!TEXT)[^\\n]*\\n)*)");

  @ParameterizedTest
  @MethodSource("psyscall.spec.release.Release#all")
  void namesAndNumbersAreThoseOfGosList(Release release) throws IOException {
    Map<String, Integer> inGo = new TreeMap<>();
    for (MatchResult hit : NUMBER.matcher(stubs(release)).results().toList()) {
      inGo.put(hit.group(1), Integer.valueOf(hit.group(2)));
    }
    Map<String, Integer> ours = new TreeMap<>();
    SystemCalls.of(release).forEach(call -> ours.put(call.goName(), call.number()));

    assertThat(ours).isEqualTo(inGo);
  }

  /// Each function on a path names the next one, and the last one has the number and SYSCALL.
  @ParameterizedTest
  @MethodSource("psyscall.spec.release.Release#all")
  void everyPathIsWalkedByGo(Release release) throws IOException, GoTreeException {
    Path root = GoReleaseTest.goroot(release);
    GoTree tree = GoTree.open(root);
    List<String> broken = new ArrayList<>();
    int steps = 0;
    for (SystemCall call : SystemCalls.of(release)) {
      for (CallSite site : call.sitesIn(release)) {
        for (int at = 0; at < site.path().size(); at++) {
          Citation step = site.path().get(at);
          boolean isLast = at == site.path().size() - 1;
          String wanted = isLast ? "SYSCALL" : site.path().get(at + 1).function();
          steps++;
          if (!names(functions(tree, step), wanted)) {
            broken.add(call.name() + ": " + site.route() + ", in " + step + " no " + wanted);
          }
        }
      }
    }
    assertThat(broken).isEmpty();
    assertThat(steps).isGreaterThan(200);
  }

  /// No routine with SYSCALL is forgotten, and each has the numbers of the calls that name it.
  @ParameterizedTest
  @MethodSource("psyscall.spec.release.Release#all")
  void everyRoutineWithSyscallIsInTheTable(Release release) throws IOException {
    Map<String, Set<String>> inGo = new TreeMap<>();
    for (MatchResult hit : ROUTINE.matcher(stubs(release)).results().toList()) {
      String body = hit.group(2).replaceAll("//[^\\n]*", "");
      if (body.contains("SYSCALL")) {
        inGo.put(
            hit.group(1),
            Pattern.compile("\\$SYS_(\\w+)")
                .matcher(body)
                .results()
                .map(number -> number.group(1))
                .collect(Collectors.toSet()));
      }
    }
    Map<String, Set<String>> ours = new TreeMap<>();
    for (SystemCall call : SystemCalls.of(release)) {
      for (CallSite site : call.sitesIn(release)) {
        if (site.stub().file().equals(STUBS)) {
          ours.computeIfAbsent(site.stub().function(), _ -> new TreeSet<>()).add(call.goName());
        }
      }
    }
    assertThat(ours).isEqualTo(inGo);
  }

  @Test
  void tableNamesWhoCallsAndWhyNobodyIsTold() {
    CommandLineRun run = CommandLineRun.of("list", "syscalls");
    CommandLineRun later = CommandLineRun.of("list", "syscalls", "--release=1.19.13");

    assertThat(run.code()).isZero();
    assertThat(run.out())
        .contains("setitimer", "pselect6", "signal_recv > notetsleepg >", "entersyscallblock has")
        .doesNotContain("tgkill");
    assertThat(later.out()).contains("tgkill", "timer_create").doesNotContain("pselect6");
  }

  private static String stubs(Release release) throws IOException {
    return Files.readString(GoReleaseTest.goroot(release).resolve("src").resolve(STUBS));
  }

  private static List<GoFunction> functions(GoTree tree, Citation step) throws GoTreeException {
    return tree.resolve(Place.of(step.file(), step.function())) instanceof Resolution.Found found
        ? found.functions()
        : List.of();
  }

  private static boolean names(List<GoFunction> functions, String wanted) {
    Pattern word = Pattern.compile("\\b" + wanted + "\\b");
    return functions.stream()
        .flatMap(function -> function.operations().stream())
        .anyMatch(operation -> word.matcher(operation.text()).find());
  }
}

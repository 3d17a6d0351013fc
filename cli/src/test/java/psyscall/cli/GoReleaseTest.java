package psyscall.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import psyscall.cli.catalog.CitationCheck;
import psyscall.cli.catalog.CitationEntry;
import psyscall.cli.style.SourceTree;
import psyscall.reports.goroot.GoFunction;
import psyscall.reports.goroot.GoOperation;
import psyscall.reports.goroot.GoTree;
import psyscall.reports.goroot.GoTreeException;
import psyscall.reports.goroot.Lines;
import psyscall.reports.goroot.Place;
import psyscall.reports.goroot.Resolution;
import psyscall.spec.release.Release;

/// What we say of Go's releases, held against their own sources; skipped where Go's module cache
/// does not have them. `GOTOOLCHAIN=go1.10.8 go version` brings one there.
class GoReleaseTest {
  /// The source of a release; without it the test is skipped.
  static Path goroot(Release release) {
    String toolchain = "golang.org/toolchain@v0.0.1-go" + release.name() + ".linux-amd64";
    List<Optional<Path>> caches =
        List.of(
            Optional.ofNullable(System.getenv("GOMODCACHE")).map(Path::of),
            Optional.ofNullable(System.getenv("GOPATH")).map(path -> Path.of(path, "pkg/mod")),
            Optional.of(Path.of(System.getProperty("user.home"), "go/pkg/mod")));
    Optional<Path> found =
        caches.stream()
            .flatMap(Optional::stream)
            .map(cache -> cache.resolve(toolchain))
            .filter(Files::isDirectory)
            .findFirst();
    assumeThat(found).as("Go %s in the module cache", release.name()).isPresent();
    return found.orElseThrow();
  }

  @ParameterizedTest
  @MethodSource("psyscall.spec.release.Release#all")
  void everyCitationResolves(Release release) {
    CommandLineRun run =
        CommandLineRun.of(
            "list", "citations", "--release=" + release.name(), "--goroot=" + goroot(release));

    assertThat(run.err()).isEmpty();
    assertThat(run.lines()).filteredOn(line -> line.contains("not resolved")).isEmpty();
    assertThat(run.verdict()).startsWith("resolved: ");
    assertThat(run.code()).isZero();
  }

  @Test
  void sheetsShowWhatGoDoes() throws IOException {
    CommandLineRun run =
        CommandLineRun.of("list", "citations", "--goroot=" + goroot(Release.GO_1_10_8), "--json");
    JsonNode document = new ObjectMapper().readTree(run.out());

    assertThat(run.code()).isZero();
    JsonNode sheet = named(document, "EnterSyscallGcwait");
    assertThat(sheet.get("steps").toString()).isEqualTo("[\"stop G2\"]");
    assertThat(texts(sheet.get("calls"), "text"))
        .startsWith("lock(&sched.lock)", "atomic.Cas(&_p_.status, _Psyscall, _Pgcstop)")
        .endsWith("notewakeup(&sched.stopnote)", "unlock(&sched.lock)");
    assertThat(texts(named(document, "Syscall").get("calls"), "text"))
        .startsWith("CALL runtime·entersyscall(SB)", "SYSCALL", "CALL runtime·exitsyscall(SB)");
  }

  /// The table of throws leaves none out in the functions that procedures and claims cite.
  @ParameterizedTest
  @MethodSource("psyscall.spec.release.Release#all")
  void tableOfThrowsIsComplete(Release release) throws GoTreeException {
    SortedMap<String, List<Lines>> table = new TreeMap<>();
    SortedSet<String> thrown = new TreeSet<>();
    SortedSet<String> forgotten = new TreeSet<>();
    List<CitationCheck.Checked> checked =
        CitationCheck.of(release, goroot(release)).checked().stream()
            .filter(each -> each.entry().kind() != CitationEntry.Kind.SYSCALL)
            .toList();
    for (CitationCheck.Checked each : checked) {
      Place place = each.entry().place();
      table.computeIfAbsent(place.file(), _ -> new ArrayList<>()).addAll(place.throwsAt());
    }
    for (CitationCheck.Checked each : checked) {
      if (each.resolution() instanceof Resolution.Found found) {
        String file = each.entry().place().file();
        for (GoOperation operation : throwsOf(found)) {
          String where = file + ":" + operation.line() + " " + operation.text();
          thrown.add(where);
          if (table.getOrDefault(file, List.of()).stream()
              .noneMatch(lines -> lines.hold(operation.line()))) {
            forgotten.add(where);
          }
        }
      }
    }
    assertThat(thrown).hasSizeGreaterThan(100);
    assertThat(forgotten).isEmpty();
  }

  /// Without the good end of `main`.
  private static List<GoOperation> throwsOf(Resolution.Found found) {
    return found.withParts().stream()
        .flatMap(function -> function.operations().stream())
        .filter(operation -> operation.isThrow() && !operation.text().equals("exit(0)"))
        .toList();
  }

  /// Each row of the table of procedures gives the functions and their lines.
  @Test
  void pageOfCorrespondenceGivesTheRightLines() throws IOException, GoTreeException {
    Path page = SourceTree.find().root().resolve("docs/correspondence.md");
    GoTree tree = GoTree.open(goroot(Release.GO_1_10_8));
    Pattern row = Pattern.compile("\\| ([\\w, …]+) \\| ([\\w/.:–, ]*\\d+) \\| .*");
    List<String> wrong = new ArrayList<>();
    int functions = 0;
    for (String line : section(Files.readString(page))) {
      Matcher found = row.matcher(line);
      if (!found.matches()) {
        continue;
      }
      String file = file(found.group(2));
      List<String> names = names(found.group(1));
      List<Lines> lines = Lines.parse(found.group(2).replaceFirst(".*:", ""));
      for (int at = 0; at < names.size() && !names.get(at).isEmpty(); at++) {
        functions++;
        List<Lines> given = at < lines.size() ? List.of(lines.get(at)) : List.of();
        List<Lines> real = lines(tree, file, names.get(at));
        if (!real.equals(given)) {
          wrong.add(names.get(at) + ": given=" + given + ", in Go=" + real);
        }
      }
    }
    assertThat(functions).isGreaterThan(40);
    assertThat(wrong).isEmpty();
  }

  private static List<String> section(String page) {
    return page.replaceFirst("(?s).*\n## All procedures\n(.*?)\n## .*", "$1").lines().toList();
  }

  private static String file(String cell) {
    String file = cell.contains(":") ? cell.replaceFirst(":.*", "") : "proc.go";
    return file.contains("/") ? file : "runtime/" + file;
  }

  /// `exitsyscallfast, …_reacquired` names two functions.
  private static List<String> names(String cell) {
    String[] names = cell.split(", ", -1);
    return Stream.of(names).map(name -> name.replace("…", names[0])).toList();
  }

  private static List<Lines> lines(GoTree tree, String file, String function)
      throws GoTreeException {
    return tree.resolve(Place.of(file, function)) instanceof Resolution.Found found
        ? found.functions().stream().map(GoFunction::lines).toList()
        : List.of();
  }

  private static JsonNode named(JsonNode document, String by) {
    for (JsonNode each : document) {
      if (each.get("by").textValue().equals(by)) {
        return each;
      }
    }
    throw new AssertionError("no citation: by=" + by);
  }

  private static List<String> texts(JsonNode array, String field) {
    List<String> texts = new ArrayList<>();
    array.forEach(each -> texts.add(each.get(field).textValue()));
    return texts;
  }
}

package psyscall.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import psyscall.model.behavior.Behavior;
import psyscall.model.behavior.World;
import psyscall.model.interpret.Interpreter;
import psyscall.reports.formats.ItfWriter;
import psyscall.reports.formats.RecordedTrace;
import psyscall.reports.formats.TraceOrigin;
import psyscall.spec.rule.Flattening;
import psyscall.spec.scenario.Scenario;
import psyscall.spec.scenario.Scenarios;

/// Each wrong input gets one clear line and its exit code, and nothing is half-written.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BadInputTest {
  @TempDir private Path folder = Path.of("");

  private String trace = "";

  @BeforeAll
  void writeATrace(@TempDir Path own) throws IOException {
    Path file = own.resolve("whole.itf.json");
    CommandLineRun run = CommandLineRun.of("check", "--bug=go6070", "--trace=" + file);
    assertThat(run.code()).isEqualTo(12);
    trace = Files.readString(file);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "check no-such-thing           | unknown scenario: name=no-such-thing; see",
        "check one-cal                 | nearest=[one-call, ",
        "check --bug=go1061            | unknown bug: name=go1061, nearest=[go10618, go6070,",
        "check one-call --property=x-y | unknown property: name=x-y; see 'psyscall list"
            + " properties'",
        "check --property=no-throw     | a property of what: property=no-throw; name a scenario",
        "check one-call --bug=go6070   | a bug has its own scenario: bug=go6070, scenario=one-call",
        "check --max-states=0          | state limit out of range: max-states=0, minimum=1,"
            + " maximum=",
        "check --max-states=many       | not understood: max-states=many; give a number such as",
        "check --max-states=-1         | not understood: max-states=-1; give a number",
        "check --max-memory=1MB        | memory limit below the minimum: max-memory=1MB,"
            + " minimum=64MB",
        "check --max-memory=4          | not understood: max-memory=4; give a size such as 512MB",
        "check --max-time=0s           | time limit out of range: max-time=0s, minimum=1ms",
        "check --max-time=5            | not understood: max-time=5; give a time such as 30s",
        "check --max-stats=5           | unknown option: name=--max-stats, nearest=[--max-states",
        "check --bug                   | missing required parameter for option '--bug' (<id>); see",
        "check --threads=0             | number of threads out of range: threads=0, limit=1..64",
        "check --threads=999           | number of threads out of range: threads=999, limit=1..64",
        "check --threads=two           | not understood: threads=two; give a number, limit=1..64",
        "check --search=dfs --threads=2 | only --search=bfs takes several threads: search=dfs,"
            + " threads=2, limit=1",
        "check --search=random --threads=2 | only --search=bfs takes several threads:"
            + " search=random, threads=2, limit=1",
        "check --search=bfd            | unknown search: name=bfd, nearest=[bfs, dfs]; give bfs,",
        "check --symmetry=yes          | unknown symmetry: name=yes; give on or off",
        "check one-call --seed=1       | a seed of what: seed=1; give --search=random",
        "simulate                      | a walk through what: name a scenario or give --bug",
        "simulate one-cal              | unknown scenario: name=one-cal, nearest=[one-call, ",
        "simulate one-call hand-off    | one word too many: word=hand-off; see",
        "simulate one-call --steps=0   | number of steps of a walk out of range: steps=0,"
            + " limit=1..",
        "simulate one-call --runs=0    | number of walks out of range: runs=0, limit=1..",
        "simulate one-call --seed=x    | not understood: seed=x; give a number, limit=0..",
        "simulate --bug=go1061         | unknown bug: name=go1061, nearest=[go10618, go6070,",
        "simulate hand-off --bug=go6070 | bug of another scenario: bug=go6070, given=hand-off,"
            + " wanted=one-call-sysmon",
        "chek                          | unknown verb: name=chek, nearest=[check]; see",
        "list                          | missing required parameter: '<what>'; see",
        "list scenario                 | unknown catalogue: name=scenario, nearest=[scenarios];"
            + " see",
        "list bugs rules               | one word too many: word=rules; see",
        "list rules --goroot=go        | a Go tree for what: what=rules, goroot=go; only citations",
        "explain exitsyscal            | unknown name: name=exitsyscal, nearest=[ExitSyscall, ",
        "explain Q                     | unknown name: name=Q, nearest=[G, P]; give G, P or",
        "explain G --format=svg        | unknown format: name=svg; give text or dot",
        "explain G --format=dot --json | two formats: format=dot, json=true; give one",
        "explain go6070 --json         | only automata have formats and are counted: name=go6070,"
            + " choices=[G, P]",
        "explain P --scenario=three-ps | scenario is too large to be counted: scenario=three-ps,"
            + " states=16323548, limit=200000; see",
        "replay                        | missing required parameter: '<file>'; see",
        "check one-call --release=1.11 | unknown release: name=1.11, choices=[1.10.8, 1.14.15,"
            + " 1.19.13]; give one of these",
        "check --release=1.19.13       | a release of what: release=1.19.13; name a scenario",
        "simulate one-call --release=0 | unknown release: name=0, choices=[1.10.8,",
        "export one-call --release=0   | unknown release: name=0, choices=[1.10.8,",
        "explain Startm --release=0    | unknown release: name=0, choices=[1.10.8,",
        "list throws --release=0       | unknown release: name=0, choices=[1.10.8,",
        "list bugs --release=1.14.15   | the same of every release: what=bugs, release=1.14.15;"
            + " leave",
        "diff 1.10.8                   | missing required parameter: '<to>'; see",
        "diff 1.10.8 1.11              | unknown release: name=1.11, choices=[1.10.8,",
        "diff 1.10.8 1.10.8            | a release beside itself: from=1.10.8, to=1.10.8; give",
      })
  void wrongUsageIsOneLineAndExit2(String line, String complaint) {
    CommandLineRun run = CommandLineRun.of(line.split(" "));

    assertThat(run.code()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
    assertThat(run.complaint())
        .singleElement()
        .asString()
        .startsWith("psyscall: ")
        .contains(complaint);
  }

  @Test
  void missingTraceIsUnreadable() {
    assertUnreadable(folder.resolve("none.itf.json"), "no such file or folder");
  }

  @Test
  void folderIsNoTrace() {
    assertUnreadable(folder, "is a directory");
  }

  @Test
  void malformedTraceIsUnreadable() throws IOException {
    assertUnreadable(file("not ITF"), "not JSON");
    assertUnreadable(file("{\"states\": []}"), "not an ITF trace");
    assertUnreadable(file(""), "file is empty");
  }

  @Test
  void traceThatWasCutAnywhereIsUnreadable() throws IOException {
    for (int part = 1; part < 20; part++) {
      byte[] bytes = trace.getBytes(StandardCharsets.UTF_8);
      Path file = folder.resolve("truncated.itf.json");
      Files.write(file, Arrays.copyOf(bytes, bytes.length * part / 20));
      assertUnreadable(file, "truncated.itf.json");
    }
  }

  @Test
  void traceOfAnotherScenarioIsUnreadable() throws IOException {
    assertUnreadable(
        file(replaced("one-call-sysmon", "nowhere")), "unknown scenario: name=nowhere");
    assertUnreadable(
        file(replaced("one-call-sysmon", "hand-off")),
        "bug of another scenario: bug=go6070, given=hand-off, wanted=one-call-sysmon");
    assertUnreadable(file(replaced("go6070", "go0")), "unknown bug: name=go0");
    assertUnreadable(
        file(replaced("1.10.8", "1.9")),
        "unknown release: given=1.9, choices=[1.10.8, 1.14.15, 1.19.13]");
  }

  @Test
  void traceThatTakesTheNameOfAnotherScenarioIsUnreadable() throws IOException {
    assertUnreadable(
        file(beginning("one-call", "hand-off")), "trace of something else: what=world");
    assertUnreadable(file(beginning("one-call", "one-call-sysmon")), "missing variable sysmon.");
    assertThat(
            CommandLineRun.of("replay", file(beginning("hand-off", "hand-off")).toString()).code())
        .isZero();
  }

  /// The first steps of a scenario, as the trace of another one.
  private static String beginning(String scenario, String name) {
    Scenario whole = Scenarios.named(scenario).orElseThrow();
    Interpreter interpreter =
        new Interpreter(Flattening.of(whole.protocol()), new World(whole.sizes()));
    Behavior behavior = new Behavior(interpreter.initial(), List.of());
    for (int step = 0; step < 5; step++) {
      behavior = behavior.then(interpreter.successors(behavior.last()).getFirst());
    }
    TraceOrigin origin =
        new TraceOrigin(
            "1.2.3", name, "1.10.8", Optional.empty(), Optional.empty(), "a test", Map.of());
    return new ItfWriter(interpreter.specification(), interpreter.world())
        .text(RecordedTrace.of(origin, behavior));
  }

  @Test
  void folderThatIsNotGoIsUnreadable() throws IOException {
    Path file = file("go1.10.8");
    for (String complaint :
        List.of(
            "no such folder: goroot=" + folder.resolve("none"),
            "not a folder: goroot=" + file,
            "not a Go tree: goroot=" + folder + ", missing=src/runtime/proc.go; give what")) {
      String root = complaint.replaceFirst(".*goroot=([^,]*).*", "$1");
      CommandLineRun run = CommandLineRun.of("list", "citations", "--goroot=" + root);

      assertThat(run.code()).as(complaint).isEqualTo(150);
      assertThat(run.out()).isEmpty();
      assertThat(run.complaint()).singleElement().asString().startsWith("psyscall: " + complaint);
    }
  }

  @Test
  void otherReleaseOfGoIsToldInOneLine() throws IOException {
    Path scheduler = folder.resolve("other/src/runtime/proc.go");
    Files.createDirectories(scheduler.getParent());
    Files.writeString(scheduler, "package runtime\n");
    Files.writeString(folder.resolve("other/VERSION"), "go1.22.0\n");

    CommandLineRun run =
        CommandLineRun.of("list", "citations", "--goroot=" + folder.resolve("other"));

    assertThat(run.code()).isEqualTo(15);
    assertThat(run.verdict())
        .startsWith("not resolved: ")
        .contains(" in go1.22.0; not asked: 0 of");
    assertThat(run.complaint())
        .singleElement()
        .asString()
        .startsWith("psyscall: another release: goroot=")
        .endsWith("VERSION=go1.22.0, wanted=go1.10.8; functions and lines may differ");
  }

  @Test
  void folderIsNoPlaceForATrace() {
    assertUnwritable(folder, "is not a regular file");
  }

  @Test
  void traceInAFolderThatIsNotThereIsUnwritable() {
    assertUnwritable(folder.resolve("none").resolve("f.itf.json"), "no such file or folder");
  }

  @Test
  void deviceIsNoPlaceForATrace() {
    assertUnwritable(Path.of("/dev/null"), "is not a regular file");
  }

  private void assertUnreadable(Path file, String complaint) {
    CommandLineRun run = CommandLineRun.of("replay", file.toString());

    assertThat(run.code()).as(complaint).isEqualTo(150);
    assertThat(run.out()).isEmpty();
    assertThat(run.complaint())
        .singleElement()
        .asString()
        .contains(file.getFileName().toString(), complaint);
  }

  private void assertUnwritable(Path file, String complaint) {
    CommandLineRun run = CommandLineRun.of("check", "--bug=go6070", "--trace=" + file);

    assertThat(run.code()).isEqualTo(153);
    assertThat(run.out()).as("nothing is searched").isEmpty();
    assertThat(run.complaint())
        .containsExactly("psyscall: cannot write the trace: file=" + file + ", " + complaint);
    assertThat(names(folder)).noneMatch(name -> name.endsWith(".tmp"));
  }

  private static List<String> names(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(path -> path.getFileName().toString()).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Path file(String text) throws IOException {
    return Files.writeString(folder.resolve("trace.itf.json"), text);
  }

  private String replaced(String from, String to) {
    assertThat(trace).contains("\"" + from + "\"");
    return trace.replace("\"" + from + "\"", "\"" + to + "\"");
  }
}

package psyscall.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import psyscall.cli.workload.ShippedPrograms;
import psyscall.model.workload.Workload;
import psyscall.spec.release.Release;

/// Each shipped program beside its Go twin, built with the same release: the same lines with times
/// left out, in the same order on one P and as a multiset on more, and the same time of the whole.
///
/// Go draws too, and a busy machine makes it late. Where the first run of a twin is not as the
/// model says, four more are made: most must print the same, and one must last as long, within 25
/// ms or a tenth: two rounds of sysmon, and what the machine does beside.
///
/// `PSYSCALL_TWINS=all`, which `.ci/go-twins` sets, takes each modelled release and GOMAXPROCS 1, 2
/// and 4; otherwise the first and the last release and the program's own number have to do. Where a
/// release is not in Go's module cache its part is skipped; an error there if `PSYSCALL_NEEDS_GO`
/// is set.
class GoTwinsTest {
  private static final int RUNS_MAX = 5;
  private static final double NEAR_MILLIS = 25;
  private static final double NEAR_SHARE = 0.1;
  private static final long HANG_MILLIS = 1_500;
  private static final long PATIENCE_MILLIS = 5_000;
  private static final Pattern MILLIS = Pattern.compile(": ([0-9.]+) ms, ");

  @TempDir private Path folder = Path.of("");

  /// Where a program and its twin meet.
  ///
  /// @param twin the twin
  /// @param release of Go
  /// @param processors GOMAXPROCS
  record Meeting(GoTwin twin, String release, int processors) {
    @Override
    public String toString() {
      return "%s, %s, GOMAXPROCS=%d".formatted(twin.name(), release, processors);
    }
  }

  static Stream<Meeting> meetings() throws IOException {
    boolean all = "all".equals(System.getenv("PSYSCALL_TWINS"));
    List<Release> releases = all ? Release.all() : List.of(Release.GO_1_10_8, Release.GO_1_19_13);
    List<Meeting> meetings = new ArrayList<>();
    for (GoTwin twin : GoTwin.all()) {
      NavigableSet<Integer> processors = new TreeSet<>(all ? List.of(1, 2, 4) : List.of());
      ShippedPrograms.named(twin.name()).map(Workload::processors).ifPresent(processors::add);
      for (Release release : releases) {
        processors.forEach(ps -> meetings.add(new Meeting(twin, release.name(), ps)));
      }
    }
    return meetings.stream();
  }

  @Test
  void eachTwinHasItsProgram() throws IOException {
    assertThat(GoTwin.all()).isNotEmpty();
    assertThat(ShippedPrograms.names())
        .containsAll(GoTwin.all().stream().map(GoTwin::name).toList());
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("meetings")
  void twinPrintsAndLastsAsTheModelSays(Meeting meeting) throws Exception {
    Optional<Path> tree = GoTwin.tree(meeting.release());
    if (System.getenv("PSYSCALL_NEEDS_GO") == null) {
      assumeThat(tree).as("Go %s", meeting.release()).isPresent();
    }
    assertThat(tree).as("Go %s", meeting.release()).isPresent();
    Path program = meeting.twin().build(tree.orElseThrow(), folder);

    GoTwin.Run model = model(meeting);
    List<GoTwin.Run> runs = new ArrayList<>();
    do {
      runs.add(GoTwin.run(program, workload(meeting), limit(model)));
    } while (runs.size() < RUNS_MAX
        && !(runs.size() == 1 && isAs(meeting, model, runs.getFirst())));

    assertThat(runs.stream().filter(run -> printsAs(meeting, model, run)).count() * 2)
        .as("model: %s, Go: %s", model, runs)
        .isGreaterThan(runs.size());
    assertThat(runs).as("model: %s", model).anyMatch(run -> isAs(meeting, model, run));
  }

  private static boolean isAs(Meeting meeting, GoTwin.Run model, GoTwin.Run run) {
    return printsAs(meeting, model, run) && isNear(model.totalMicros(), run.totalMicros());
  }

  private static boolean printsAs(Meeting meeting, GoTwin.Run model, GoTwin.Run run) {
    return model.isGood() == run.isGood() && lines(meeting, model).equals(lines(meeting, run));
  }

  private static List<String> lines(Meeting meeting, GoTwin.Run run) {
    return meeting.processors() == 1 ? run.lines() : run.lines().stream().sorted().toList();
  }

  private static boolean isNear(OptionalLong ours, OptionalLong theirs) {
    if (ours.isEmpty() || theirs.isEmpty()) {
      return true;
    }
    double apart = Math.abs(ours.getAsLong() - theirs.getAsLong()) / 1e3;
    return apart <= Math.max(NEAR_MILLIS, NEAR_SHARE * ours.getAsLong() / 1e3);
  }

  private static Duration limit(GoTwin.Run model) {
    return Duration.ofMillis(
        model.isGood() ? PATIENCE_MILLIS + 2 * model.totalMicros().orElse(0) / 1_000 : HANG_MILLIS);
  }

  private static Workload workload(Meeting meeting) {
    Workload shipped = ShippedPrograms.named(meeting.twin().name()).orElseThrow();
    Release release = Release.named(meeting.release()).orElseThrow();
    return shipped.on(release, meeting.processors(), shipped.preemption());
  }

  /// What the model says: the lines before the empty one, and the time in the verdict.
  private static GoTwin.Run model(Meeting meeting) {
    CommandLineRun run =
        CommandLineRun.of(
            "run",
            meeting.twin().name(),
            "--release=" + meeting.release(),
            "--procs=" + meeting.processors());
    assertThat(run.complaint()).isEmpty();
    List<String> printed = run.lines().stream().takeWhile(line -> !line.isEmpty()).toList();
    Matcher millis = MILLIS.matcher(run.verdict());
    assertThat(millis.find()).as(run.verdict()).isTrue();
    return new GoTwin.Run(
        run.code() == 0,
        GoTwin.withoutTimes(printed),
        run.code() == 0
            ? OptionalLong.of(Math.round(1_000 * Double.parseDouble(millis.group(1))))
            : OptionalLong.empty());
  }
}

package psyscall.benchmarks.soak;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import psyscall.model.run.RunEnd;
import psyscall.model.run.RunLimits;
import psyscall.spec.process.Ending;
import psyscall.spec.release.Release;

/// Short runs of random programs; `./benchmarks/soak-runs` makes a thousand long ones of each
/// release.
class SoakTest {
  private static final RunLimits LIMITS = new RunLimits(100_000_000_000L, 400);

  private static Soak soak(Release release) {
    return new Soak(release, 12, LIMITS);
  }

  @Test
  void fiftyRunsAreExplainedTwice() {
    List<Trial> trials =
        Release.all().stream()
            .map(SoakTest::soak)
            .flatMap(
                soak ->
                    LongStream.range(0, 17)
                        .map(program -> program * Soak.RUNS_OF_A_PROGRAM)
                        .parallel()
                        .mapToObj(seed -> soak.runs(seed, seed + 1).getFirst()))
            .toList();

    assertThat(trials)
        .hasSize(51)
        .allSatisfy(trial -> assertThat(trial.failure()).isEmpty())
        .allSatisfy(trial -> assertThat(trial.judged()).isGreaterThan(5))
        .allSatisfy(trial -> assertThat(trial.explained()).isGreaterThan(5));
  }

  @Test
  void oneSeedMakesOneRun() {
    Trial alone = soak(Release.GO_1_14_15).runs(4, 5).getFirst();

    assertThat(soak(Release.GO_1_14_15).runs(3, 5)).hasSize(2).last().isEqualTo(alone);
  }

  @Test
  void figuresCountFailures() {
    Tally tally = new Tally("1.19.13");
    tally.add(trial(1, new RunEnd.StepsOver(2_000_000_000, 10)));
    tally.add(trial(2, new RunEnd.AtRest(1_000_000_000, 20)));
    tally.add(
        new Trial(
            3,
            new RunEnd.Ended(0, 30, new Ending("done", Ending.Kind.FINAL, "done")),
            new byte[5],
            7,
            8,
            Optional.of("it is wrong")));

    assertThat(tally.failed()).isEqualTo(1);
    assertThat(tally.lines(1.5))
        .containsExactly(
            "release=1.19.13 runs=3 failed=1 steps=60 steps-a-run=20 virtual-seconds=3.0"
                + " log-events=8 trace-events=7 trace-bytes=5"
                + " ends={at-rest=1, done=1, steps-over=1} seconds=1.5",
            "release=1.19.13 seed=3: it is wrong");
  }

  private static Trial trial(long seed, RunEnd end) {
    return new Trial(seed, end, new byte[0], 0, 0, Optional.empty());
  }

  @Test
  void sampleOfTracesIsKept(@TempDir Path folder) throws IOException {
    SoakReport.main(
        new String[] {
          "runs=2", "seed=5", "steps=100", "operations=8", "samples=3", "folder=" + folder
        });

    try (Stream<Path> traces = Files.list(folder)) {
      assertThat(traces)
          .hasSize(3)
          .allSatisfy(
              trace ->
                  assertThat(trace.getFileName().toString())
                      .matches("go1\\.\\d+\\.\\d+-seed[56]\\.trace"));
    }
  }
}

package psyscall.benchmarks.soak;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import psyscall.benchmarks.process.Fields;
import psyscall.benchmarks.process.StandardStreams;
import psyscall.model.run.RunLimits;
import psyscall.spec.release.Release;

/// Makes many runs of each release and prints what came of them. `./benchmarks/soak-runs` starts
/// it.
final class SoakReport {
  private static final long NANOS_MAX = 500_000_000_000L;
  private static final long BATCH = 100;
  private static final double SECOND = 1e9;

  private SoakReport() {}

  /// Makes the runs, prints a line for each release, and keeps a sample of traces.
  ///
  /// @param args `runs=` of each release, `seed=` of the first, `steps=` at most, `operations=`,
  ///   `samples=` of all releases together and `folder=` for these
  /// @throws IOException if a trace cannot be written
  /// @throws IllegalStateException if a run failed
  public static void main(String[] args) throws IOException {
    Fields order = Fields.parse(String.join(" ", args));
    long runs = order.number("runs");
    long first = order.number("seed");
    long samples = order.number("samples");
    PrintWriter out = StandardStreams.out();
    PrintWriter notes = StandardStreams.err();
    int failed = 0;
    for (Release release : Release.all()) {
      long wanted = Math.min(runs, Math.ceilDiv(samples, Release.all().size()));
      Soak soak =
          new Soak(
              release,
              (int) order.number("operations"),
              new RunLimits(NANOS_MAX, order.number("steps")));
      Tally tally = new Tally(release.name());
      long began = System.nanoTime();
      for (long from = 0; from < runs; from += BATCH) {
        long until = Math.min(runs, from + BATCH);
        for (Trial trial : trials(soak, first + from, first + until).toList()) {
          tally.add(trial);
          // Spread over all seeds, and any that failed.
          long at = trial.seed() - first;
          if (at * wanted / runs != (at + 1) * wanted / runs || trial.failure().isPresent()) {
            keep(trial, release, Path.of(order.text("folder")));
          }
        }
        notes.printf("benchmarks: release=%s runs=%d%n", release.name(), until);
        notes.flush();
      }
      tally.lines((System.nanoTime() - began) / SECOND).forEach(out::println);
      out.flush();
      failed += tally.failed();
    }
    if (failed > 0) {
      throw new IllegalStateException("runs that failed: count=" + failed);
    }
  }

  /// The runs of each program by one thread, different programs by different ones.
  private static Stream<Trial> trials(Soak soak, long from, long until) {
    long first = from / Soak.RUNS_OF_A_PROGRAM;
    long last = (until - 1) / Soak.RUNS_OF_A_PROGRAM;
    return LongStream.rangeClosed(first, last)
        .parallel()
        .mapToObj(
            program ->
                soak.runs(
                    Math.max(from, program * Soak.RUNS_OF_A_PROGRAM),
                    Math.min(until, (program + 1) * Soak.RUNS_OF_A_PROGRAM)))
        .flatMap(List::stream);
  }

  private static void keep(Trial trial, Release release, Path folder) throws IOException {
    Files.write(
        folder.resolve("go%s-seed%d.trace".formatted(release.name(), trial.seed())), trial.trace());
  }
}

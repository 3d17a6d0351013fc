package psyscall.benchmarks;

import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.regex.Pattern;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import psyscall.benchmarks.document.HotFigure;
import psyscall.benchmarks.hot.SuccessorsBenchmark;
import psyscall.benchmarks.workload.StateSample;
import psyscall.benchmarks.workload.Subject;
import psyscall.benchmarks.workload.Workloads;

/// Lets JMH measure hot parts, or steps of runs, each in processes of its own.
///
/// @param benchmarks a package of benchmarks, all of which are measured
/// @param jvmOptions of those processes
/// @param log where JMH writes what it does
record HotMeasuring(String benchmarks, List<String> jvmOptions, Path log) {
  /// What the garbage collection profiler calls the bytes that an operation allocates.
  private static final String ALLOCATED = "gc.alloc.rate.norm";

  /// Measures all of them.
  ///
  /// @return the figures, by name
  /// @throws IllegalStateException if JMH fails
  List<HotFigure> run() {
    Options options =
        new OptionsBuilder()
            .include("^" + Pattern.quote(benchmarks + "."))
            .addProfiler(GCProfiler.class)
            .jvmArgs(jvmOptions.toArray(String[]::new))
            .output(log.toString())
            .shouldFailOnError(true)
            .build();
    try {
      Collection<RunResult> results = new Runner(options).run();
      return results.stream().map(HotMeasuring::figure).toList();
    } catch (RunnerException e) {
      throw new IllegalStateException("JMH failed: log=" + log, e);
    }
  }

  private static HotFigure figure(RunResult result) {
    BenchmarkParams given = result.getParams();
    String name = given.getBenchmark();
    String method = name.substring(name.lastIndexOf('.') + 1);
    String type = name.substring(0, name.lastIndexOf('.'));
    // Some versions of JMH put a mark before the name.
    Result<?> allocated =
        result.getSecondaryResults().values().stream()
            .filter(secondary -> secondary.getLabel().endsWith(ALLOCATED))
            .findFirst()
            .orElseThrow(() -> new IllegalStateException("JMH did not count: what=" + ALLOCATED));
    return new HotFigure(
        type.substring(type.lastIndexOf('.') + 1) + "." + method,
        given.getParamsKeys().stream().map(given::getParam).toList(),
        result.getPrimaryResult().getScore(),
        result.getPrimaryResult().getScoreError(),
        allocated.getScore());
  }

  /// How many steps lead out of a state of the sample that the steps are measured with.
  ///
  /// @return their mean
  static double stepsPerState() {
    StateSample sample =
        StateSample.of(Subject.of(Workloads.HOT), SuccessorsBenchmark.STATES, StateSample.SPREAD);
    return (double) sample.transitions() / sample.count();
  }
}

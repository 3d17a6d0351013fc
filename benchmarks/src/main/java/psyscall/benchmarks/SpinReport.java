package psyscall.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import psyscall.benchmarks.document.Machine;
import psyscall.benchmarks.document.SpinResults;
import psyscall.benchmarks.document.SpinSection;
import psyscall.benchmarks.peer.SpinFolder;
import psyscall.benchmarks.process.FreshJvm;
import psyscall.benchmarks.process.StandardStreams;

/// Measures beside Spin and writes a section of the page. `./benchmarks/against-spin` starts it.
final class SpinReport {
  private SpinReport() {}

  /// Measures, tells on `stderr` how it gets on, and writes the section.
  ///
  /// @param args see [SpinPlan#parse]
  /// @throws IOException if the page cannot be written
  public static void main(String[] args) throws IOException {
    SpinPlan plan = SpinPlan.parse(List.of(args));
    Diary diary = Diary.of(StandardStreams.err(), System::nanoTime);
    Path folder = Files.createTempDirectory("psyscall-spin");
    try {
      String section = section(plan, new SpinFolder(folder), diary);
      SpinSection.PLACE.publish(plan.output(), section, StandardStreams.out());
      diary.note("written " + plan.output());
    } finally {
      delete(folder);
    }
  }

  /// Measures.
  ///
  /// @param plan what is measured
  /// @param spin where Spin's verifiers are made; its folder is empty
  /// @param diary is told what goes on
  /// @return the section
  /// @throws IOException if the exported scenario cannot be written
  static String section(SpinPlan plan, SpinFolder spin, Diary diary) throws IOException {
    String tools = spin.tools();
    double load = Machine.here().load();
    FreshJvm jvm = FreshJvm.likeThis(plan.jvmOptions());
    SpinResults results = new SpinMeasuring(jvm, spin, plan, diary).run();
    return SpinSection.of(
        results,
        new SpinSection.Origin(
            plan.command(),
            LocalDate.now(Clock.systemUTC()).toString(),
            plan.revision(),
            plan.runs(),
            tools,
            load));
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.sorted().toList()) {
        Files.delete(file);
      }
    }
    Files.delete(folder);
  }
}

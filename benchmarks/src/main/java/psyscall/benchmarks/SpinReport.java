package psyscall.benchmarks;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
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

/// Measures beside Spin and writes a section of the page. `./benchmarks/against-spin` starts it.
final class SpinReport {
  private SpinReport() {}

  /// Measures, tells on `stderr` how it gets on, and writes the section.
  ///
  /// @param args see [SpinPlan#parse]
  /// @throws IOException if the page cannot be written
  public static void main(String[] args) throws IOException {
    SpinPlan plan = SpinPlan.parse(List.of(args));
    Diary diary = Diary.of(writer(FileDescriptor.err), System::nanoTime);
    Path folder = Files.createTempDirectory("psyscall-spin");
    try {
      String section = section(plan, new SpinFolder(folder), diary);
      PrintWriter out = writer(FileDescriptor.out);
      out.print(section);
      out.flush();
      Files.writeString(plan.output(), SpinSection.PLACE.replacedIn(page(plan.output()), section));
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

  private static String page(Path page) throws IOException {
    return Files.isRegularFile(page) ? Files.readString(page) : "";
  }

  private static PrintWriter writer(FileDescriptor stream) {
    return new PrintWriter(
        new OutputStreamWriter(new FileOutputStream(stream), StandardCharsets.UTF_8));
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

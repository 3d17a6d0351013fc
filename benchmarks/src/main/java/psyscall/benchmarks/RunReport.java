package psyscall.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import psyscall.benchmarks.document.HotFigure;
import psyscall.benchmarks.document.Machine;
import psyscall.benchmarks.document.RunSection;
import psyscall.benchmarks.process.Fields;
import psyscall.benchmarks.process.StandardStreams;
import psyscall.benchmarks.run.RunAllocation;

/// Measures the steps of runs in virtual time and makes a section of the page of it.
/// `./benchmarks/virtual-runs` starts it.
final class RunReport {
  private RunReport() {}

  /// Measures, and writes the section.
  ///
  /// @param args the page, `revision=`, the command line as one, then options of the virtual
  ///   machine that is measured
  /// @throws IOException if the page cannot be written
  public static void main(String[] args) throws IOException {
    List<String> given = List.of(args);
    Path page = Path.of(given.getFirst());
    double load = Machine.here().load();
    Path log = Files.createTempFile("psyscall-jmh", ".log");
    List<HotFigure> steps =
        new HotMeasuring("psyscall.benchmarks.run", given.subList(3, given.size()), log).run();
    Files.delete(log);
    String section =
        RunSection.of(
            steps,
            Map.of(
                "yield", RunAllocation.compiled("yield"), "call", RunAllocation.compiled("call")),
            new RunSection.Origin(
                given.get(2),
                LocalDate.now(Clock.systemUTC()).toString(),
                Fields.parse(given.get(1)).text("revision"),
                load));
    RunSection.PLACE.publish(page, section, StandardStreams.out());
  }
}

package psyscall.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import psyscall.benchmarks.document.HotFigure;
import psyscall.benchmarks.document.Machine;
import psyscall.benchmarks.document.MemoryFigures;
import psyscall.benchmarks.document.PageSection;
import psyscall.benchmarks.document.PerformancePage;
import psyscall.benchmarks.document.Results;
import psyscall.benchmarks.document.RunSection;
import psyscall.benchmarks.document.ScenarioFigures;
import psyscall.benchmarks.document.SpinSection;
import psyscall.benchmarks.document.TraceSection;
import psyscall.benchmarks.process.FreshJvm;
import psyscall.benchmarks.process.StandardStreams;

/// Measures and writes the page. `./benchmarks/run` starts it.
final class PerformanceReport {
  private PerformanceReport() {}

  /// Measures, tells on `stderr` how it gets on, and writes the page.
  ///
  /// @param args see [Plan#parse]
  /// @throws IOException if the page cannot be written
  public static void main(String[] args) throws IOException {
    Plan plan = Plan.parse(List.of(args));
    Diary diary = Diary.of(StandardStreams.err(), System::nanoTime);
    write(plan, diary, LocalDate.now(Clock.systemUTC()));
    diary.note("written " + plan.output());
  }

  /// Measures and writes the page.
  ///
  /// @param plan what is measured
  /// @param diary is told what goes on
  /// @param date for the page
  /// @throws IOException if the page cannot be written
  static void write(Plan plan, Diary diary, LocalDate date) throws IOException {
    Machine machine = Machine.here();
    FreshJvm jvm = FreshJvm.likeThis(plan.jvmOptions());
    SearchMeasuring searches = new SearchMeasuring(jvm, plan.runs(), diary);
    List<MemoryFigures> memory = new ArrayList<>();
    for (int threads : SearchMeasuring.THREADS) {
      memory.add(searches.memory(threads, plan.wordBits()));
    }
    List<ScenarioFigures> scenarios = new ArrayList<>();
    for (String scenario : plan.scenarios()) {
      scenarios.add(searches.scenario(scenario));
    }
    List<HotFigure> hot = new ArrayList<>();
    double stepsPerState = 0;
    if (plan.parts() == Plan.Parts.ALL) {
      diary.note("hot parts");
      Path log = Files.createTempFile("psyscall-jmh", ".log");
      hot.addAll(new HotMeasuring("psyscall.benchmarks.hot", plan.jvmOptions(), log).run());
      Files.delete(log);
      stepsPerState = HotMeasuring.stepsPerState();
    }
    Results.Origin origin =
        new Results.Origin(
            date.toString(),
            plan.command(),
            plan.revision(),
            plan.runs(),
            (long) Long.BYTES << plan.wordBits(),
            plan.jvmOptions(),
            machine);
    Results results = new Results(origin, memory, scenarios, hot, stepsPerState);
    // Other commands write those sections.
    String old = Files.isRegularFile(plan.output()) ? Files.readString(plan.output()) : "";
    String page = PerformancePage.of(results);
    for (PageSection place : List.of(SpinSection.PLACE, TraceSection.PLACE, RunSection.PLACE)) {
      page = place.replacedIn(page, place.in(old));
    }
    Files.writeString(plan.output(), page);
  }
}

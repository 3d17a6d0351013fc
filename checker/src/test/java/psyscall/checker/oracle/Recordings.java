package psyscall.checker.oracle;

import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import psyscall.model.observe.EventSource;
import psyscall.model.observe.MemoryAllowance;
import psyscall.model.observe.TraceEvent;
import psyscall.model.observe.TraceFault;

/// The recorded runs of the test tree of `executable-model`.
final class Recordings {
  static final long PLENTY = 1 << 26;

  private static final Path FOLDER = Path.of("../executable-model/src/test/resources/traces");

  private Recordings() {}

  /// The names of all of them.
  static List<String> names() throws IOException {
    try (Stream<Path> files = Files.walk(FOLDER)) {
      return files
          .filter(file -> file.toString().endsWith(".trace"))
          .map(file -> FOLDER.relativize(file).toString())
          .sorted()
          .toList();
    }
  }

  static Run run(String name) throws IOException {
    return run(FOLDER.resolve(name));
  }

  static Run run(Path file) throws IOException {
    return Run.ofGo(MemorySegment.ofArray(Files.readAllBytes(file)));
  }

  static Conformance judge(Run run) {
    return Oracle.ofGo().judge(run, PLENTY, (_, _) -> true);
  }

  /// All events of a run, to be changed.
  static ToldRun told(String name) throws IOException, TraceFault {
    EventSource source = run(name).open(new MemoryAllowance(PLENTY));
    List<Told> events = new ArrayList<>();
    TraceEvent event = new TraceEvent();
    while (source.next(event)) {
      events.add(Told.of(event));
    }
    return new ToldRun(source.format(), events);
  }
}

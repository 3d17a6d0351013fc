package psyscall.model.trace2;

import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import psyscall.model.observe.EventSource;
import psyscall.model.observe.Kind;
import psyscall.model.observe.MemoryAllowance;
import psyscall.model.observe.TraceEvent;
import psyscall.model.observe.TraceFault;

/// The recorded traces of the test tree.
final class Recorded {
  /// More than any of them takes.
  static final long PLENTY = 1 << 20;

  private static final Path FOLDER = Path.of("src/test/resources/traces");

  private Recorded() {}

  /// One of them.
  static byte[] bytes(String name) throws IOException {
    return Files.readAllBytes(FOLDER.resolve(name));
  }

  /// All of Go 1.22 and later.
  static List<String> names() throws IOException {
    try (Stream<Path> releases = Files.list(FOLDER.resolve("releases"));
        Stream<Path> more = Files.list(FOLDER.resolve("v2"))) {
      return Stream.concat(
              releases.filter(file -> file.getFileName().toString().matches("go1\\.2[2-6].*")),
              more)
          .map(file -> FOLDER.relativize(file).toString())
          .sorted()
          .toList();
    }
  }

  /// The events of a trace.
  static EventSource open(byte[] bytes) throws TraceFault {
    return ThreadTrace.open(MemorySegment.ofArray(bytes), new MemoryAllowance(PLENTY));
  }

  /// How many events of each kind a trace has.
  static Map<Kind, Integer> counts(EventSource source) throws TraceFault {
    Map<Kind, Integer> counts = new EnumMap<>(Kind.class);
    TraceEvent event = new TraceEvent();
    while (source.next(event)) {
      counts.merge(event.kind(), 1, Integer::sum);
    }
    return counts;
  }
}

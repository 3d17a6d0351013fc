package psyscall.model.trace1;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.foreign.MemorySegment;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import psyscall.model.observe.Kind;
import psyscall.model.observe.MemoryAllowance;
import psyscall.model.observe.TraceEvent;
import psyscall.model.observe.TraceFault;

/// A trace that was read to its end, or as far as it can be.
///
/// @param events each event as a line: its kind, `p` and its P, `g` and its goroutine, `of` and its
///   subject, `=` and its value, as far as it has them
/// @param positions the first byte of each event
/// @param processors the P of each event
/// @param counts how many of each kind
/// @param warnings what was odd
/// @param bytesDone how far it was read
/// @param used how much of the allowance was used in the end
/// @param fault why it was not read to its end
record Reading(
    List<String> events,
    List<Long> positions,
    List<Long> processors,
    Map<Kind, Integer> counts,
    List<String> warnings,
    long bytesDone,
    long used,
    Optional<TraceFault> fault) {
  static final Path TRACES = Path.of("src", "test", "resources", "traces");
  private static final long LIMIT = 64 << 20;

  /// The recorded traces of the first format.
  static Stream<Path> recorded() {
    try (Stream<Path> all = Files.walk(TRACES)) {
      return all
          .filter(file -> file.getFileName().toString().matches("go1\\.?([5-9]|1\\d|20|21).*"))
          .filter(file -> !file.toString().contains("v2"))
          .sorted()
          .toList()
          .stream();
    } catch (IOException problem) {
      throw new UncheckedIOException(problem);
    }
  }

  /// Reads a file.
  static Reading of(Path file) throws IOException {
    return of(Files.readAllBytes(file), LIMIT);
  }

  /// Reads a trace.
  static Reading of(WrittenTrace trace) {
    return of(trace.bytes(), LIMIT);
  }

  /// Reads bytes.
  ///
  /// @param limit how many bytes the reader may allocate
  static Reading of(byte[] bytes, long limit) {
    MemorySegment segment = WrittenTrace.mapped(bytes);
    MemoryAllowance allowance = new MemoryAllowance(limit);
    List<String> events = new ArrayList<>();
    List<Long> positions = new ArrayList<>();
    List<Long> processors = new ArrayList<>();
    Map<Kind, Integer> counts = new EnumMap<>(Kind.class);
    List<String> warnings = List.of();
    long done = 0;
    Optional<TraceFault> fault = Optional.empty();
    try {
      ProcessorTrace trace = ProcessorTrace.open(segment, allowance);
      TraceEvent event = new TraceEvent();
      try {
        while (trace.next(event)) {
          events.add(line(event));
          positions.add(event.position());
          processors.add(event.processor());
          counts.merge(event.kind(), 1, Integer::sum);
        }
      } finally {
        warnings = trace.warnings();
        done = trace.bytesDone();
      }
    } catch (TraceFault found) {
      fault = Optional.of(found);
    }
    return new Reading(
        events, positions, processors, counts, warnings, done, allowance.used(), fault);
  }

  private static String line(TraceEvent event) {
    return event.kind()
        + part(" p", event.processor())
        + part(" g", event.goroutine())
        + part(" of ", event.subject())
        + part(" =", event.value());
  }

  private static String part(String name, long value) {
    return value == TraceEvent.NONE ? "" : name + value;
  }

  /// How many events of a kind there are.
  int count(Kind kind) {
    return counts.getOrDefault(kind, 0);
  }

  /// How it ended, with the numbers of its events, in one line.
  String summary() {
    return fault
        .map(
            found ->
                "%d events, %s: %s".formatted(events.size(), found.trouble(), found.getMessage()))
        .orElseGet(() -> events.size() + " events" + (warnings.isEmpty() ? "" : " " + warnings));
  }
}

package psyscall.benchmarks.probe;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordedFrame;
import jdk.jfr.consumer.RecordingFile;
import psyscall.benchmarks.process.Fields;

/// What is allocated where while something runs, by the virtual machine's flight recorder. It takes
/// samples and estimates from them; large arrays are all seen.
public final class AllocationProfile {
  private static final String EVENT = "jdk.ObjectAllocationSample";
  private static final String OURS = "psyscall.";

  private AllocationProfile() {}

  /// One place that allocates.
  ///
  /// @param type what it allocates, such as `long[]`
  /// @param method the nearest method of ours on the stack; `-` if there is none
  /// @param bytes how much, estimated
  public record Site(String type, String method, long bytes) {

    /// The site for another process.
    ///
    /// @return as [#of(Fields)] reads it
    public Fields fields() {
      return new Fields(
          new TreeMap<>(Map.of("type", type, "method", method, "bytes", Long.toString(bytes))));
    }

    /// Reads a site.
    ///
    /// @param fields as [#fields] writes them
    /// @return the site
    public static Site of(Fields fields) {
      return new Site(fields.text("type"), fields.text("method"), fields.number("bytes"));
    }
  }

  /// Records a run.
  ///
  /// @param run what is recorded
  /// @param start asked after the run: what was allocated before that does not count
  /// @return the places, the greediest first
  static List<Site> of(Runnable run, Supplier<Instant> start) {
    try {
      Path file = Files.createTempFile("psyscall-benchmark", ".jfr");
      try (Recording recording = new Recording()) {
        recording.enable(EVENT).with("throttle", "2000/s").withStackTrace();
        recording.start();
        run.run();
        recording.stop();
        recording.dump(file);
        return sites(RecordingFile.readAllEvents(file), start.get());
      } finally {
        Files.deleteIfExists(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<Site> sites(List<RecordedEvent> events, Instant start) {
    Map<String, Site> sites = new TreeMap<>();
    for (RecordedEvent event : events) {
      if (event.getStartTime().isBefore(start)) {
        continue;
      }
      String type = readable(event.getClass("objectClass").getName());
      Site site = new Site(type, method(event), event.getLong("weight"));
      sites.merge(
          type + " " + site.method(),
          site,
          (one, other) -> new Site(type, one.method(), one.bytes() + other.bytes()));
    }
    return sites.values().stream()
        .sorted(Comparator.comparingLong(Site::bytes).reversed())
        .toList();
  }

  /// The names of arrays are written as the virtual machine does: `[J`, `[Ljava.lang.Object;`.
  private static String readable(String name) {
    return switch (name) {
      case "[J" -> "long[]";
      case "[I" -> "int[]";
      case "[B" -> "byte[]";
      case String other when other.startsWith("[L") ->
          other.substring(other.lastIndexOf('.') + 1, other.length() - 1) + "[]";
      case String other when other.contains("$$Lambda") ->
          readable(other.substring(0, other.indexOf("$$"))) + "$$Lambda";
      case String other -> other.substring(other.lastIndexOf('.') + 1);
    };
  }

  private static String method(RecordedEvent event) {
    return Optional.ofNullable(event.getStackTrace()).stream()
        .flatMap(stack -> stack.getFrames().stream())
        .filter(RecordedFrame::isJavaFrame)
        .map(RecordedFrame::getMethod)
        .filter(method -> method.getType().getName().startsWith(OURS))
        .map(
            method -> {
              String type = method.getType().getName();
              return type.substring(type.lastIndexOf('.') + 1) + "." + method.getName();
            })
        .findFirst()
        .orElse("-");
  }
}

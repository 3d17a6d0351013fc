package psyscall.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import psyscall.benchmarks.document.Machine;
import psyscall.benchmarks.document.TraceSection;
import psyscall.benchmarks.document.TraceSection.Pass;
import psyscall.benchmarks.document.TraceSection.Subject;
import psyscall.benchmarks.process.Fields;
import psyscall.benchmarks.process.StandardStreams;

/// Makes a section of the page of what was measured beside Go's reader of traces.
/// `./benchmarks/against-go-reader` starts it.
final class TraceReport {
  /// Go's reader adds marks of its own, one or two a generation.
  private static final int EVENTS_PER_MARK_MIN = 1000;

  private TraceReport() {}

  /// Writes the section.
  ///
  /// @param args the file with the figures, the page, `revision=`, `peer=` and `runs=`, then the
  ///   command line
  /// @throws IOException if the page cannot be written
  public static void main(String[] args) throws IOException {
    List<String> given = List.of(args);
    Fields origin = Fields.parse(String.join(" ", given.subList(2, 5)));
    Path page = Path.of(given.get(1));
    String section =
        TraceSection.of(
            subjects(Files.readAllLines(Path.of(given.getFirst()))),
            new TraceSection.Origin(
                String.join(" ", given.subList(5, given.size())),
                LocalDate.now(Clock.systemUTC()).toString(),
                origin.text("revision"),
                origin.text("peer"),
                (int) origin.number("runs"),
                Machine.here().load()));
    TraceSection.PLACE.publish(page, section, StandardStreams.out());
  }

  /// The traces that were measured.
  ///
  /// @param lines `header= bytes= who= events= cpu= rss=`, of ours `first=` too; the header such as
  ///   `1.22`
  /// @return in the order of their first line
  /// @throws IllegalStateException if the reader and Go's find different numbers of events
  static List<Subject> subjects(List<String> lines) {
    Map<String, List<Fields>> byTrace = new LinkedHashMap<>();
    for (String line : lines) {
      Fields fields = Fields.parse(line);
      String trace = fields.text("header") + " " + fields.text("bytes");
      byTrace.computeIfAbsent(trace, _ -> new ArrayList<>()).add(fields);
    }
    return byTrace.values().stream().map(TraceReport::subject).toList();
  }

  private static Subject subject(List<Fields> lines) {
    Fields any = lines.getFirst();
    Subject subject =
        new Subject(
            "go " + any.text("header") + " trace",
            any.number("bytes"),
            passes(lines, "go"),
            passes(lines, "reader"),
            passes(lines, "oracle"));
    long ours = subject.reader().getFirst().events();
    long added = subject.go().getFirst().events() - ours;
    int minor = Integer.parseInt(any.text("header").substring(2));
    if (minor >= 22 && (added < 0 || added > ours / EVENTS_PER_MARK_MIN)) {
      throw new IllegalStateException(
          "the two readers find different numbers of events: ours=%d, more of Go's=%d"
              .formatted(ours, added));
    }
    return subject;
  }

  private static List<Pass> passes(List<Fields> lines, String who) {
    return lines.stream()
        .filter(line -> line.text("who").equals(who))
        .map(
            line ->
                new Pass(
                    line.number("events"),
                    Double.parseDouble(line.text(who.equals("go") ? "cpu" : "first")),
                    Double.parseDouble(line.text("cpu")),
                    line.number("rss")))
        .toList();
  }
}

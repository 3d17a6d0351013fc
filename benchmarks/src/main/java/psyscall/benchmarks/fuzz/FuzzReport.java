package psyscall.benchmarks.fuzz;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.TreeSet;
import psyscall.benchmarks.document.HostileSection;
import psyscall.benchmarks.process.Fields;
import psyscall.benchmarks.process.StandardStreams;

/// Fuzzes and writes a section of a page. `./benchmarks/fuzz-readers` starts it.
final class FuzzReport {
  private static final long PACE = 50_000;

  private FuzzReport() {}

  /// Fuzzes, tells on `stderr` how it gets on, and writes the section unless something escaped.
  ///
  /// @param args `inputs=`, `seed=`, `traces=`, `output=` and `revision=`, in any order
  /// @throws IOException if a trace cannot be read or the page cannot be written
  /// @throws IllegalStateException if something escaped
  public static void main(String[] args) throws IOException {
    Fields order = Fields.parse(String.join(" ", args));
    long inputs = order.number("inputs");
    long seed = order.number("seed");
    PrintWriter notes = StandardStreams.err();
    Fuzzing.Result result =
        Fuzzing.run(
            Path.of(order.text("traces")),
            inputs,
            seed,
            done -> {
              if (done % PACE == 0) {
                notes.println("benchmarks: inputs=" + done);
                notes.flush();
              }
            });
    String section = section(result, order);
    PrintWriter out = StandardStreams.out();
    if (!result.escapes().isEmpty()) {
      out.print(section);
      out.flush();
      result.escapes().forEach(line -> notes.println("benchmarks: escaped: " + line));
      notes.flush();
      throw new IllegalStateException("hostile traces did harm: count=" + result.escapes().size());
    }
    HostileSection.PLACE.publish(Path.of(order.text("output")), section, out);
  }

  private static String section(Fuzzing.Result result, Fields order) {
    TreeSet<String> answers = new TreeSet<>();
    result.outcomes().values().forEach(counts -> answers.addAll(counts.keySet()));
    List<HostileSection.Row> rows =
        result.outcomes().entrySet().stream()
            .map(entry -> new HostileSection.Row(entry.getKey().title(), entry.getValue()))
            .toList();
    return HostileSection.of(
        rows,
        List.copyOf(answers),
        new HostileSection.Origin(
            "./benchmarks/fuzz-readers --inputs=%s --seed=%s"
                .formatted(order.text("inputs"), order.text("seed")),
            LocalDate.now(Clock.systemUTC()).toString(),
            order.text("revision"),
            Fuzzing.ALLOWANCE >> 20,
            result.longestSeconds(),
            result.mostBytes()));
  }
}

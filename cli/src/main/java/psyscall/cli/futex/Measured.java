package psyscall.cli.futex;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import psyscall.model.workload.Workload.Preemption;
import psyscall.spec.release.Release;

/// What was measured, in the files that psyscall brings with it.
///
/// @param source how it was measured
/// @param cells in the order of the table
record Measured(String source, List<Measurement> cells) {
  private static final long MICRO = 1_000;

  /// Copies the cells.
  Measured {
    cells = List.copyOf(cells);
  }

  /// The table of the article's experiment.
  static Measured article() {
    return read("article.json");
  }

  /// More variants, and those of the article again, with when each call began.
  static Measured further() {
    return read("further.json");
  }

  /// What was measured of a cell.
  ///
  /// @param experiment the cell
  /// @return empty if nothing was
  Optional<Measurement> of(Experiment experiment) {
    return cells.stream().filter(each -> each.experiment().equals(experiment)).findFirst();
  }

  private static Measured read(String file) {
    try (InputStream text = Measured.class.getResourceAsStream(file)) {
      if (text == null) {
        throw new IllegalStateException("resource missing: name=" + file);
      }
      JsonNode document = new ObjectMapper().readTree(text);
      List<Measurement> cells = new ArrayList<>();
      document.path("cells").forEach(cell -> cells.add(cell(cell)));
      return new Measured(document.path("source").asText(), cells);
    } catch (IOException e) {
      throw new IllegalStateException("resource that cannot be read: name=" + file, e);
    }
  }

  private static Measurement cell(JsonNode cell) {
    Map<String, String> words = new LinkedHashMap<>();
    WaitsReader.WORDS.stream()
        .filter(cell::has)
        .forEach(word -> words.put(word, cell.path(word).asText()));
    Preemption how =
        cell.path("preemption").asText().equals("signals")
            ? Preemption.ASYNCHRONOUS
            : Preemption.COOPERATIVE;
    Release release = Release.named(cell.path("release").asText()).orElseThrow();
    List<Seen> runs = new ArrayList<>();
    cell.path("runs").forEach(run -> runs.add(run(run)));
    return new Measurement(
        new Experiment(WaitsReader.read(words), cell.path("procs").asInt(), how, release), runs);
  }

  private static Seen run(JsonNode run) {
    if (run.has("hang")) {
      return Seen.hang();
    }
    List<Seen.Call> calls = new ArrayList<>();
    run.path("calls").forEach(call -> calls.add(call(call)));
    return new Seen(calls, OptionalLong.of(MICRO * run.path("total").asLong()));
  }

  /// The outcome with what it took, or with when it began and ended, in microseconds.
  private static Seen.Call call(JsonNode call) {
    String outcome = call.path(0).asText();
    long first = MICRO * call.path(1).asLong();
    return call.size() == 2
        ? new Seen.Call(outcome, OptionalLong.empty(), first)
        : new Seen.Call(outcome, OptionalLong.of(first), MICRO * call.path(2).asLong() - first);
  }
}

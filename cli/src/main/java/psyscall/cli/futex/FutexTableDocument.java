package psyscall.cli.futex;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import psyscall.cli.output.Json;

/// The table for programs; `docs/schema/futex-table.schema.json` says what each field means.
final class FutexTableDocument {
  private static final long MICRO = 1_000;

  private FutexTableDocument() {}

  /// The document.
  ///
  /// @param version the version of this build
  /// @param table the table
  /// @return an object
  static ObjectNode of(String version, FutexTable table) {
    ObjectNode document = Json.object().put("version", version).put("computed", table.scheduler());
    document.set("measured", Json.texts(table.sources()));
    ArrayNode cells = document.putArray("cells");
    table.rows().forEach(row -> cells.add(cell(row.cell(), row.stability())));
    document.put("exit", table.exit().code());
    return document;
  }

  private static ObjectNode cell(Cell cell, Stability stability) {
    Experiment experiment = cell.experiment();
    ObjectNode json =
        Json.object()
            .put("release", experiment.release().name())
            .put("processors", experiment.processors())
            .put("preemption", experiment.how())
            .put("waits", experiment.waits().text());
    json.set("computed", seen(cell.computed()));
    cell.measured()
        .ifPresent(
            measured -> {
              ArrayNode runs = json.putArray("measured");
              measured.runs().forEach(run -> runs.add(seen(run)));
            });
    json.put("nearMicros", cell.nearNanos() / MICRO);
    json.put("verdict", cell.verdict().word());
    json.set("differences", Json.texts(cell.differences()));
    ObjectNode seeds = json.putObject("seeds");
    stability.counts().forEach(seeds::put);
    return json;
  }

  private static ObjectNode seen(Seen seen) {
    ObjectNode json = Json.object().put("outcomes", seen.outcomes()).put("begin", seen.begins());
    ArrayNode calls = json.putArray("calls");
    for (Seen.Call call : seen.calls()) {
      ObjectNode each = calls.addObject().put("outcome", call.outcome());
      call.beganNanos().ifPresent(nanos -> each.put("beganMicros", nanos / MICRO));
      each.put("tookMicros", call.tookNanos() / MICRO);
    }
    seen.totalNanos().ifPresent(nanos -> json.put("totalMicros", nanos / MICRO));
    return json;
  }
}

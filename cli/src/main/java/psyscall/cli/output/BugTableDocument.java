package psyscall.cli.output;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import psyscall.cli.check.BugCell;
import psyscall.cli.check.BugTable;
import psyscall.spec.release.Change;

/// Bugs times releases, for programs.
public final class BugTableDocument {
  private BugTableDocument() {}

  /// The document of a table.
  ///
  /// @param version the version of this build
  /// @param table what was found
  /// @return an object
  public static ObjectNode of(String version, BugTable table) {
    ObjectNode document = Json.object().put("version", version);
    ArrayNode cells = document.putArray("cells");
    table.cells().forEach(cell -> cells.add(cell(cell)));
    document.set("differences", Json.texts(table.differences()));
    return document.put("verdict", BugTableReport.verdict(table)).put("exit", table.exit().code());
  }

  private static ObjectNode cell(BugCell cell) {
    ObjectNode json =
        Json.object()
            .put("bug", cell.bug().name())
            .put("catalogue", cell.bug().catalogue())
            .put("release", cell.release().name())
            .put("scenario", cell.bug().scenario())
            .put("property", cell.bug().property())
            .put("expected", cell.expected().text());
    json.set("repair", Json.texts(cell.bug().repair().stream().map(Change::word).toList()));
    cell.steps().ifPresentOrElse(steps -> json.put("steps", steps), () -> json.putNull("steps"));
    json.set("differences", Json.texts(cell.differences()));
    return json;
  }
}

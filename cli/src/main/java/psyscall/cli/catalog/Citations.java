package psyscall.cli.catalog;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import psyscall.cli.output.Json;
import psyscall.cli.output.Table;
import psyscall.reports.goroot.Lines;

/// The citations as a table and as an array.
final class Citations {
  private Citations() {}

  /// A table.
  ///
  /// @param entries the citations
  /// @return its lines
  static List<String> lines(List<CitationEntry> entries) {
    Table table = new Table("kind", "cited by", "step", "source");
    for (CitationEntry entry : entries) {
      table.row(entry.kind().word(), entry.by(), entry.step(), entry.cited());
    }
    return table.lines();
  }

  /// An array with an object for each citation.
  ///
  /// @param entries the citations
  /// @return a fresh node
  static ArrayNode document(List<CitationEntry> entries) {
    ArrayNode array = Json.array();
    entries.forEach(entry -> array.add(json(entry)));
    return array;
  }

  /// A citation as an object.
  ///
  /// @param entry the citation
  /// @return a fresh node
  static ObjectNode json(CitationEntry entry) {
    ObjectNode json =
        Json.object()
            .put("kind", entry.kind().word())
            .put("by", entry.by())
            .put("step", entry.step());
    json.set("releases", Json.texts(entry.releases()));
    json.put("file", entry.place().file());
    json.set("functions", Json.texts(entry.place().functions()));
    json.set("lines", Json.texts(entry.place().throwsAt().stream().map(Lines::toString).toList()));
    return json;
  }
}

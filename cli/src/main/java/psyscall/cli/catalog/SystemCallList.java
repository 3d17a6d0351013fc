package psyscall.cli.catalog;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import psyscall.cli.output.Json;
import psyscall.cli.output.Table;
import psyscall.cli.output.Words;
import psyscall.spec.citation.Citation;
import psyscall.spec.kernel.table.CallSite;
import psyscall.spec.kernel.table.SystemCall;
import psyscall.spec.kernel.table.SystemCalls;
import psyscall.spec.release.Release;

/// The system calls of Go's runtime as a table and as an array.
final class SystemCallList {
  private SystemCallList() {}

  /// A table: a row for each place that calls; then what the reasons mean.
  ///
  /// @param release the release
  /// @return its lines
  static List<String> lines(Release release) {
    Table table = new Table("number", "call", "P", "stack", "not told", "called by");
    Set<CallSite.Reason> reasons = EnumSet.noneOf(CallSite.Reason.class);
    for (SystemCall call : SystemCalls.of(release)) {
      String number = String.valueOf(call.number());
      String name = call.name();
      for (CallSite site : call.sitesIn(release)) {
        table.row(
            number,
            name,
            site.context().processor().word(),
            site.context().stack().word(),
            site.reason().word(),
            site.route());
        reasons.add(site.reason());
        number = "";
        name = "";
      }
    }
    List<String> lines = new ArrayList<>(table.lines());
    lines.add("");
    lines.add("why the scheduler is not told:");
    reasons.forEach(reason -> lines.addAll(Words.labelled(reason.word(), reason.summary())));
    return lines;
  }

  /// An array with an object for each call.
  ///
  /// @param release the release
  /// @return a fresh node
  static ArrayNode document(Release release) {
    ArrayNode array = Json.array();
    for (SystemCall call : SystemCalls.of(release)) {
      ObjectNode json =
          array
              .addObject()
              .put("number", call.number())
              .put("name", call.name())
              .put("goName", call.goName());
      json.set("releases", Json.texts(call.releases().stream().map(Release::name).toList()));
      ArrayNode sites = json.putArray("sites");
      call.sitesIn(release).forEach(site -> sites.add(json(site)));
    }
    return array;
  }

  private static ObjectNode json(CallSite site) {
    ObjectNode json =
        Json.object()
            .put("p", site.context().processor().word())
            .put("stack", site.context().stack().word())
            .put("reason", site.reason().word());
    json.set("path", Json.texts(site.path().stream().map(SystemCallList::place).toList()));
    return json;
  }

  private static String place(Citation citation) {
    return citation.file() + " " + citation.function();
  }
}

package psyscall.cli.abi;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import psyscall.cli.output.Json;
import psyscall.cli.output.Table;
import psyscall.model.machine.CallTrace;
import psyscall.model.machine.TraceLine;
import psyscall.spec.stub.Stub;
import psyscall.spec.stub.Stubs;

/// A stepped system call as a table and as a document, once for each result of the service.
///
/// @param stub which stub
/// @param number the number that it is given, if it is given one
/// @param results what the service returns, once for each trace
/// @param hasVdso whether the kernel has mapped its functions
public record TraceReport(Stub stub, long number, List<Long> results, boolean hasVdso) {
  /// The number of the call that is made if no other is asked for.
  public static final long GETPID = 39;

  /// What is passed: easy to find again in the registers.
  private static final List<Long> ARGUMENTS = List.of(11L, 12L, 13L, 14L, 15L, 16L);

  /// Copies the results.
  public TraceReport {
    results = List.copyOf(results);
  }

  private List<TraceLine> trace(long result) {
    return CallTrace.of(
        stub,
        Stubs.program(stub.release()),
        new CallTrace.Request(number, ARGUMENTS, result, hasVdso));
  }

  private String title(long result) {
    return "%s of Go %s (%s), the service returns %s"
        .formatted(stub.routine().name(), stub.release().name(), stub.source().file(), result);
  }

  /// The tables.
  ///
  /// @return their lines, a blank one between two
  public List<String> lines() {
    List<String> lines = new ArrayList<>();
    for (long result : results) {
      if (!lines.isEmpty()) {
        lines.add("");
      }
      lines.add(title(result));
      Table table = new Table("mode", "where", "what", "changed");
      for (TraceLine line : trace(result)) {
        table.row(mode(line), line.stage().word(), line.text(), String.join(" ", line.changes()));
      }
      lines.addAll(table.lines());
    }
    return lines;
  }

  /// The document.
  ///
  /// @return a fresh node
  public ObjectNode document() {
    ObjectNode document =
        Json.object()
            .put("stub", stub.routine().name())
            .put("release", stub.release().name())
            .put("file", stub.source().file());
    ArrayNode traces = document.putArray("traces");
    for (long result : results) {
      ObjectNode one = traces.addObject().put("rax", Long.toString(result));
      ArrayNode steps = one.putArray("steps");
      for (TraceLine line : trace(result)) {
        steps
            .addObject()
            .put("mode", mode(line))
            .put("where", line.stage().word())
            .put("what", line.text())
            .set("changed", Json.texts(line.changes()));
      }
    }
    return document;
  }

  private static String mode(TraceLine line) {
    return line.mode().name().toLowerCase(Locale.ROOT);
  }
}

package psyscall.cli.conform;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import psyscall.checker.oracle.Conformance;
import psyscall.cli.output.Json;
import psyscall.cli.output.Words;
import psyscall.model.observe.TraceFault;

/// What is said about logs of lines.
final class LogAnswers {
  private LogAnswers() {}

  /// That a log cannot be read on.
  static Conformance of(TraceFault fault, Conformance.Counts counts) {
    String why = String.valueOf(fault.getMessage());
    return switch (fault.trouble()) {
      case NOT_A_TRACE, NO_ORDER -> new Conformance.NotATrace(counts, fault.position(), why);
      case CUT_OFF -> new Conformance.CutOff(counts, fault.position(), why);
      case MEMORY -> new Conformance.Limit(counts, why);
    };
  }

  /// The report about a file, with what else was seen in it, a line each.
  static Judged judged(String name, String format, Conformance answer, List<String> seen) {
    String verdict = ConformText.verdict(answer);
    List<String> details = new ArrayList<>();
    for (String line : seen) {
      details.addAll(Words.labelled(details.isEmpty() ? "seen" : "", line));
    }
    details.addAll(ConformText.details(answer));
    ObjectNode document = ConformDocument.of(name, format, answer);
    if (!seen.isEmpty()) {
      document.set("seen", Json.texts(seen));
    }
    return new Judged(
        name,
        verdict,
        ConformText.exit(answer),
        details,
        "%s: %s: %s".formatted(name, verdict, ConformText.rest(answer)),
        document);
  }
}

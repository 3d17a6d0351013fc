package psyscall.cli.explain;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import psyscall.cli.output.Words;
import psyscall.spec.process.Arm;
import psyscall.spec.process.ProcedureText;
import psyscall.spec.process.StepKind;

/// A rule, cut out of its procedure.
final class RulePage {
  private RulePage() {}

  static List<String> lines(ProcedureText text, Arm arm) {
    List<String> lines = new ArrayList<>();
    lines.addAll(Words.labelled("rule", text.name() + "." + arm.name()));
    lines.addAll(Words.labelled("procedure", text.name() + ": " + text.summary()));
    lines.addAll(
        Words.labelled(
            "kind", arm.kind().name().toLowerCase(Locale.ROOT) + ": " + meaning(arm.kind())));
    lines.addAll(Words.labelled("source", arm.citation().toString()));
    lines.add("");
    lines.addAll(excerpt(ProcedurePage.lines(text), arm.name()));
    return lines;
  }

  private static String meaning(StepKind kind) {
    return switch (kind) {
      case PROTOCOL -> "the runtime's own step";
      case ENVIRONMENT -> "user code or the kernel, which may act and need not";
      case POLLING -> "a look that may repeat for ever without news";
    };
  }

  /// The lines from a label to the next one; labels alone stand at the margin.
  private static List<String> excerpt(List<String> page, String label) {
    List<String> cut = new ArrayList<>();
    boolean isInside = false;
    for (String line : page) {
      if (!line.isEmpty() && line.charAt(0) != ' ' && line.charAt(0) != '\t') {
        isInside = line.startsWith(label + ":") || line.startsWith("or " + label + ":");
      }
      if (isInside) {
        cut.add(line);
      }
    }
    return cut;
  }
}

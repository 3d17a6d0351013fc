package psyscall.cli.catalog;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import psyscall.cli.output.Json;
import psyscall.reports.goroot.GoFunction;
import psyscall.reports.goroot.GoOperation;
import psyscall.reports.goroot.Resolution;
import psyscall.spec.process.Arm;
import psyscall.spec.process.Block;
import psyscall.spec.process.LabelText;
import psyscall.spec.process.ProcedureText;
import psyscall.spec.process.Statement;
import psyscall.spec.process.StepKind;

/// A procedure's labels beside the calls and atomic operations of the Go function that it models.
/// The two columns stand side by side and are not aligned: that is for a reader to judge.
///
/// @param text the procedure
/// @param cited what it cites
/// @param resolution what the source says to the citation
record ProcedureSheet(ProcedureText text, String cited, Resolution resolution) {
  private static final int OURS_COLUMNS = 34;
  private static final int GOS_COLUMNS = 66;

  /// The sheet as text.
  ///
  /// @return lines of at most 100 columns
  List<String> lines() {
    List<String> ours = new ArrayList<>(List.of(text.name()));
    ours.addAll(steps());
    List<String> gos = new ArrayList<>(List.of(cited));
    if (resolution instanceof Resolution.Missing missing) {
      gos.add("not resolved: " + missing.why());
    }
    for (GoFunction function : functions()) {
      if (functions().size() > 1) {
        gos.add(" func  " + function.name());
      }
      function
          .operations()
          .forEach(each -> gos.add(cut("%5d  %s".formatted(each.line(), each.text()))));
    }
    List<String> lines = new ArrayList<>();
    for (int at = 0; at < Math.max(ours.size(), gos.size()); at++) {
      String left = at < ours.size() ? ours.get(at) : "";
      String right = at < gos.size() ? gos.get(at) : "";
      String padding = " ".repeat(Math.max(1, OURS_COLUMNS - left.length()));
      lines.add((left + padding + right).stripTrailing());
    }
    return lines;
  }

  /// Adds both columns to an object.
  ///
  /// @param json the object
  void put(ObjectNode json) {
    json.set("steps", Json.texts(steps().stream().map(String::strip).toList()));
    ArrayNode calls = json.putArray("calls");
    for (GoFunction function : functions()) {
      for (GoOperation each : function.operations()) {
        calls
            .addObject()
            .put("function", function.name())
            .put("line", each.line())
            .put("text", each.text());
      }
    }
  }

  private List<String> steps() {
    List<String> steps = new ArrayList<>();
    if (text.labels().isEmpty()) {
      steps.add("  part of its caller's step");
    } else if (!isJump(text.opening())) {
      steps.add("  its caller's step");
    }
    for (LabelText label : text.labels()) {
      label.arms().forEach(arm -> steps.add("  " + step(label, arm)));
    }
    return steps;
  }

  /// A procedure without an opening has one that goes on at the first label.
  private static boolean isJump(Block opening) {
    return opening.lines().stream().allMatch(line -> line.statement() instanceof Statement.Goto);
  }

  private static String step(LabelText label, Arm arm) {
    String alternative = arm.name().equals(label.name()) ? "" : "or ";
    String kind =
        arm.kind() == StepKind.PROTOCOL
            ? ""
            : "(" + arm.kind().name().toLowerCase(Locale.ROOT) + ")";
    return Stream.of(alternative + arm.name(), arm.citation().step(), kind)
        .filter(word -> !word.isEmpty())
        .reduce((left, right) -> left + " " + right)
        .orElse("");
  }

  /// The cited functions and their parts.
  private List<GoFunction> functions() {
    return switch (resolution) {
      case Resolution.Own _ -> List.of();
      case Resolution.OfAnotherRelease _ -> List.of();
      case Resolution.Missing _ -> List.of();
      case Resolution.Found found -> found.withParts();
    };
  }

  private static String cut(String line) {
    return line.length() <= GOS_COLUMNS ? line : line.substring(0, GOS_COLUMNS - 1) + "…";
  }
}

package psyscall.cli.explain;

import java.util.List;
import psyscall.spec.analysis.ProcedurePrinter;
import psyscall.spec.process.ProcedureText;

/// A procedure as it could stand beside Go's.
final class ProcedurePage {
  private ProcedurePage() {}

  static List<String> lines(ProcedureText text) {
    return ProcedurePrinter.print(text).lines().toList();
  }
}

package psyscall.benchmarks.document;

import static psyscall.benchmarks.document.PerformancePage.decimal;

/// What the hot parts take.
final class HotSection {
  private static final String STEPS = "SuccessorsBenchmark.";
  private static final String CONDITIONS = STEPS + "conditions";

  private HotSection() {}

  static String of(Results results) {
    if (results.hot().isEmpty()) {
      return """
      ## Hot parts

      Not measured in this run.
      """;
    }
    Rows rows = new Rows("benchmark", "ns a state", "± ns", "ns a step", "bytes a state");
    for (HotFigure hot : results.hot()) {
      boolean takesSteps = hot.benchmark().startsWith(STEPS) && !hot.benchmark().equals(CONDITIONS);
      rows.add(
          hot.benchmark(),
          decimal(hot.nanos(), 1),
          decimal(hot.errorNanos(), 1),
          takesSteps ? decimal(hot.nanos() / results.stepsPerState(), 1) : "",
          decimal(hot.bytes(), 1));
    }
    return """
    ## Hot parts

    By JMH, for each state, with what is allocated for it; %s steps lead out of a state of the \
    sample. The plain way stands beside the fast one: the interpreter, accesses that do not \
    overlap, a `HashSet`, a copy alone.

    %s
    """
        .formatted(decimal(results.stepsPerState(), 2), rows);
  }
}

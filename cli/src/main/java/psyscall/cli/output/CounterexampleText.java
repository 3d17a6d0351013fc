package psyscall.cli.output;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import psyscall.cli.check.Check;
import psyscall.cli.check.Judgement;
import psyscall.cli.check.Outcome;
import psyscall.model.behavior.Behavior;
import psyscall.model.interpret.Interpreter;
import psyscall.reports.formats.ItfWriter;
import psyscall.reports.formats.RecordedTrace;
import psyscall.reports.formats.TraceOrigin;
import psyscall.reports.timeline.Caption;
import psyscall.reports.timeline.Look;
import psyscall.reports.timeline.ProcessorBands;
import psyscall.reports.timeline.Timeline;
import psyscall.spec.mutation.Mutation;
import psyscall.spec.property.Property;
import psyscall.spec.release.Change;
import psyscall.spec.verdict.Verdict;

/// The counterexample of an outcome, for people as lanes and for programs as an ITF trace.
public final class CounterexampleText {
  /// The setting of a trace that names the bug that was repaired.
  public static final String REPAIR = "repair";

  /// The setting of a trace that says that its steps were checked against the lifecycle.
  public static final String LIFECYCLE = "lifecycle";

  /// The setting of a trace that names the changes that were brought to the release.
  public static final String CHANGES = "changes";

  private CounterexampleText() {}

  /// The lanes of a counterexample.
  ///
  /// @param outcome what came of a search
  /// @param judgement one of its judgements, with a trace
  /// @param look how they are drawn
  /// @return lines of at most 100 columns
  static List<String> lanes(Outcome outcome, Judgement judgement, Look look) {
    Interpreter interpreter = outcome.interpreter();
    Timeline timeline =
        new Timeline(
            interpreter.specification(),
            interpreter.world(),
            ProcessorBands.of(interpreter.specification()),
            look);
    return timeline.draw(trace(judgement), caption(outcome.check(), judgement));
  }

  private static Caption caption(Check check, Judgement judgement) {
    Property.About about = judgement.finding().property().about();
    List<String> facts = List.of(check.what() + ", Go " + check.release());
    return judgement.finding().verdict() instanceof Verdict.Deadlock<Behavior>
        ? Caption.deadlock(facts)
        : Caption.violated(about.name(), about.claim(), judgement.reason(), facts);
  }

  /// The ITF trace of an outcome's counterexample.
  ///
  /// @param version the version of this build
  /// @param outcome what came of a search, with a counterexample
  /// @return the text of a file
  public static String itf(String version, Outcome outcome) {
    Judgement judgement = outcome.counterexample().orElseThrow();
    Check check = outcome.check();
    String verdict =
        judgement.standing().word() + ": " + judgement.property() + ": " + judgement.reason();
    TraceOrigin origin =
        new TraceOrigin(
            version,
            check.scenario().name(),
            check.scenario().release().name(),
            check.bug().map(Mutation::name),
            Optional.of(judgement.property()),
            verdict,
            settings(check));
    Interpreter interpreter = outcome.interpreter();
    return new ItfWriter(interpreter.specification(), interpreter.world())
        .text(RecordedTrace.of(origin, trace(judgement)));
  }

  private static Map<String, String> settings(Check check) {
    Map<String, String> settings = new TreeMap<>();
    check.mended().ifPresent(bug -> settings.put(REPAIR, bug.name()));
    if (!check.brought().isEmpty()) {
      settings.put(
          CHANGES, check.brought().stream().map(Change::word).collect(Collectors.joining(",")));
    }
    if (check.isRefinementChecked()) {
      settings.put(LIFECYCLE, "checked");
    }
    return settings;
  }

  private static Behavior trace(Judgement judgement) {
    return judgement.trace().orElseThrow();
  }
}

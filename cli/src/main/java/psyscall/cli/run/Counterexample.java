package psyscall.cli.run;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import psyscall.cli.check.Check;
import psyscall.cli.output.RecordedCheck;
import psyscall.cli.output.Words;
import psyscall.cli.session.EnvironmentFailure;
import psyscall.cli.session.ExitCode;
import psyscall.cli.session.UnreadableInput;
import psyscall.model.behavior.Behavior;
import psyscall.model.behavior.World;
import psyscall.model.interpret.Interpreter;
import psyscall.model.replay.DefaultArguments;
import psyscall.model.replay.FollowedRun;
import psyscall.model.run.RunEnd;
import psyscall.model.run.RunLimits;
import psyscall.model.run.RunListener;
import psyscall.model.watch.WatchableClaims;
import psyscall.reports.formats.ItfTrace;
import psyscall.reports.formats.TraceFormatException;
import psyscall.reports.formats.TraceOrigin;
import psyscall.reports.formats.TraceReplay;
import psyscall.spec.property.Property;
import psyscall.spec.scenario.Scenario;

/// A counterexample that `check --trace` wrote, to be followed by a run.
///
/// @param file where it was read
/// @param check what was searched
/// @param plan the scenario as a program, its rules, and the claim that the counterexample is about
/// @param behavior its steps
public record Counterexample(Path file, Check check, RunPlan plan, Behavior behavior) {

  /// A file that is no behaviour of the rules that it names.
  public static final class NotPossible extends Exception {
    private static final long serialVersionUID = 1L;

    private NotPossible(Path file, TraceReplay.Refused refused) {
      super(
          "not possible: file=%s, step=%d, %s; allowed: %s"
              .formatted(
                  file,
                  refused.verdict().event(),
                  refused.verdict().why(),
                  refused.verdict().allowed()));
    }

    /// What is not possible.
    ///
    /// @return one line that names the step
    public String text() {
      return String.valueOf(getMessage());
    }
  }

  /// Reads a file.
  ///
  /// @param file the file
  /// @return the counterexample
  /// @throws NotPossible if the rules do not allow a step or a state, naming which
  /// @throws UnreadableInput if it is no trace
  public static Counterexample read(Path file) throws NotPossible {
    try {
      return read(file, ItfTrace.read(file));
    } catch (IOException e) {
      throw new UnreadableInput(
          "cannot read the trace: file=" + file + ", " + EnvironmentFailure.reason(e));
    } catch (TraceFormatException e) {
      throw new UnreadableInput("cannot read the trace: file=" + file + ", " + e.getMessage());
    }
  }

  private static Counterexample read(Path file, ItfTrace document)
      throws TraceFormatException, NotPossible {
    TraceOrigin origin = document.origin();
    Check check = new RecordedCheck(file).of(origin);
    Scenario scenario = check.world();
    World world = new World(scenario.sizes());
    Interpreter interpreter = new Interpreter(check.specification(), world);
    TraceReplay.Outcome outcome =
        new TraceReplay(interpreter)
            .replay(document.trace(interpreter.specification(), interpreter.world()));
    return switch (outcome) {
      case TraceReplay.Refused refused -> throw new NotPossible(file, refused);
      case TraceReplay.Conforms(Behavior behavior) -> {
        WatchableClaims watchable =
            new WatchableClaims(scenario.state(), interpreter.specification());
        List<Property> claims =
            origin.property().filter(watchable::canBeJudged).map(watchable::named).stream()
                .toList();
        RunPlan plan =
            new RunPlan(
                DefaultArguments.of(scenario),
                check.bug(),
                interpreter.specification(),
                world,
                claims,
                RunLimits.USUAL);
        yield new Counterexample(file, check, plan, behavior);
      }
    };
  }

  /// Follows it.
  ///
  /// @param listeners are told what happens
  /// @return what came of it
  public RunOutcome follow(List<RunListener> listeners) {
    return plan.observed(
        listeners, all -> new FollowedRun(plan.specification(), plan.world(), behavior, all).run());
  }

  /// Who decides.
  ///
  /// @return such as `--replay=FILE: 62 steps of go10618 in stop-then-safe-point`
  public String text() {
    return "--replay=%s: %s of %s"
        .formatted(file.getFileName(), Words.count(behavior.length(), "step"), check.subject());
  }

  /// What following it says: that it ends as it did in the search is what is expected.
  ///
  /// @param outcome what came of it
  /// @return the report
  public RunReport report(RunOutcome outcome) {
    RunReport plain = RunReport.of(plan, text(), outcome);
    if (outcome.end() instanceof RunEnd.Violated) {
      return plain;
    }
    String followed = "followed to its end: " + Words.count(outcome.end().steps(), "step");
    return plan.claims().isEmpty()
        ? new RunReport(
            plan,
            text(),
            outcome,
            followed + ", and nothing was judged: no single run shows what it is about",
            ExitCode.VACUOUS)
        : new RunReport(
            plan,
            text(),
            outcome,
            followed + ", and " + plan.claims().getFirst().name() + " is not violated",
            ExitCode.NOT_CONFORMING);
  }
}

package psyscall.reports.toy;

import java.util.Map;
import java.util.Optional;
import psyscall.model.behavior.Behavior;
import psyscall.model.behavior.State;
import psyscall.model.interpret.Interpreter;
import psyscall.reports.formats.RecordedTrace;
import psyscall.reports.formats.TraceOrigin;
import psyscall.spec.rule.Specification;

/// The traces of the toys that the tests of formats read and write.
public final class Traces {
  private Traces() {}

  /// The toy of calls, ready to run.
  ///
  /// @return specification and world
  public static Interpreter calls() {
    return new Interpreter(new Calls().specification(), Calls.world());
  }

  /// The toy of all sorts, ready to run.
  ///
  /// @return specification and world
  public static Interpreter shelf() {
    return new Interpreter(Shelf.specification(), Shelf.world());
  }

  /// The shortest way to two threads on one P.
  ///
  /// @param interpreter that of [#calls]
  /// @return seven steps
  public static Behavior violation(Interpreter interpreter) {
    var claim = new Calls().oneThread().condition();
    return Shortest.to(interpreter, state -> !interpreter.holds(claim, state));
  }

  /// The violation as a trace.
  ///
  /// @param interpreter that of [#calls]
  /// @return the trace
  public static RecordedTrace recorded(Interpreter interpreter) {
    return RecordedTrace.of(origin(), violation(interpreter));
  }

  /// The shortest way to the throw of the other toy.
  ///
  /// @param interpreter that of [#shelf]
  /// @return two steps
  public static Behavior thrown(Interpreter interpreter) {
    Specification specification = interpreter.specification();
    var ending = specification.variable(Specification.ENDING);
    return Shortest.to(interpreter, (State state) -> state.format(ending).equals("too-many"));
  }

  /// An origin with everything in it.
  ///
  /// @return the origin
  public static TraceOrigin origin() {
    return new TraceOrigin(
        "0.1.0",
        "calls",
        "1.10.8",
        Optional.of("split-cas"),
        Optional.of("one-thread"),
        "violated: one-thread",
        Map.of("queues", "sets"));
  }
}

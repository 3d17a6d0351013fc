package psyscall.checker.problem;

import java.util.List;
import psyscall.checker.reduction.Reduction;
import psyscall.model.compile.CompiledSpecification;
import psyscall.model.interpret.Interpreter;
import psyscall.model.layout.Layout;
import psyscall.spec.property.Property;

/// What is searched and judged.
///
/// @param interpreter what steps and terms mean
/// @param layout how states are packed
/// @param code the steps of packed states
/// @param reduction which states count as one; ask it for one of a thread's own
/// @param properties what is judged
/// @param conditions their conditions, as the code knows them
/// @param statesPerWorker how many states of a level make another thread worth waking, at least 1
public record Problem(
    Interpreter interpreter,
    Layout layout,
    Code code,
    Reduction reduction,
    List<Property> properties,
    Conditions conditions,
    int statesPerWorker) {
  private static final int STATES_PER_WORKER = 256;

  /// Copies the properties.
  public Problem {
    properties = List.copyOf(properties);
  }

  /// Compiles a specification with the conditions of properties.
  ///
  /// @param interpreter what is searched
  /// @param layout how its states are packed
  /// @param reduction which states count as one
  /// @param properties what is judged
  /// @return the problem
  public static Problem of(
      Interpreter interpreter, Layout layout, Reduction reduction, List<Property> properties) {
    Conditions conditions = Conditions.of(properties);
    Code code =
        Code.of(CompiledSpecification.of(layout, conditions.ofStates(), conditions.ofSteps()));
    return new Problem(
        interpreter, layout, code, reduction, properties, conditions, STATES_PER_WORKER);
  }

  /// The same problem with threads woken for smaller levels: tests have small ones only.
  ///
  /// @param states how many states of a level make another thread worth waking
  /// @return the changed problem
  public Problem statesPerWorker(int states) {
    return new Problem(interpreter, layout, code, reduction, properties, conditions, states);
  }

  /// How many words a state has.
  ///
  /// @return at least 1
  public int words() {
    return layout.words();
  }
}

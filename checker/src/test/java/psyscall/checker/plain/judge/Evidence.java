package psyscall.checker.plain.judge;

import psyscall.checker.plain.graph.StateGraph;
import psyscall.model.behavior.State;
import psyscall.model.interpret.Interpreter;
import psyscall.spec.term.Term;

/// What judges look at while a search runs.
///
/// @param interpreter what terms mean
/// @param graph the edges so far; it stays empty unless a judge reads it
public record Evidence(Interpreter interpreter, StateGraph graph) {
  /// Whether a condition holds.
  ///
  /// @param condition a truth value
  /// @param state where
  /// @return whether it holds there
  boolean holds(Term condition, State state) {
    return interpreter.holds(condition, state);
  }
}

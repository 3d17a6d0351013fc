package psyscall.spec.process;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import psyscall.spec.term.IllFormed;
import psyscall.spec.term.Var;

/// A system before inlining: what mutations change and what is printed to people.
///
/// @param name what it models
/// @param variables the shared state
/// @param processes who acts
/// @param procedures the texts by name
/// @param initial the assignments that make the initial state out of the default one (false, the
///   first value, the number of least magnitude in range, nil, empty)
public record Protocol(
    String name,
    List<Var> variables,
    List<Process> processes,
    Map<String, ProcedureText> procedures,
    Block initial) {
  /// Copies the collections, procedures in the order of their names.
  public Protocol {
    variables = List.copyOf(variables);
    processes = List.copyOf(processes);
    procedures = java.util.Collections.unmodifiableMap(new TreeMap<>(procedures));
  }

  /// A procedure's text.
  ///
  /// @param procedure its name
  /// @return the text
  public ProcedureText text(String procedure) {
    ProcedureText text = procedures.get(procedure);
    if (text == null) {
      throw new IllFormed(
          "unknown procedure: name=" + procedure + ", available=" + procedures.keySet());
    }
    return text;
  }

  /// The same system with one procedure replaced.
  ///
  /// @param text the new text, under its own name
  /// @return the changed system
  public Protocol with(ProcedureText text) {
    Map<String, ProcedureText> changed = new TreeMap<>(procedures);
    changed.put(text.name(), text);
    return new Protocol(name, variables, processes, changed, initial);
  }
}

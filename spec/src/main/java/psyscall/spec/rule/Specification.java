package psyscall.spec.rule;

import java.util.List;
import java.util.Map;
import psyscall.spec.process.Block;
import psyscall.spec.process.Ending;
import psyscall.spec.process.Process;
import psyscall.spec.term.IllFormed;
import psyscall.spec.term.Sort;
import psyscall.spec.term.Var;

/// A system as rules: what every fold consumes.
///
/// @param name what it models
/// @param variables all state variables: shared ones, inlined locals, program counters, the ending
/// @param processes who acts
/// @param rules the steps, in the order of the text
/// @param endings how a run can end; the first value of the ending variable is `running`
/// @param initial the assignments that make the initial state, program counters included
public record Specification(
    String name,
    List<Var> variables,
    List<Process> processes,
    List<Rule> rules,
    List<Ending> endings,
    Block initial) {
  /// The name of the variable that says how the run ended.
  public static final String ENDING = "ending";

  /// The value of [#ENDING] while nothing ended.
  public static final String RUNNING = "running";

  /// Copies the lists.
  public Specification {
    variables = List.copyOf(variables);
    processes = List.copyOf(processes);
    rules = List.copyOf(rules);
    endings = List.copyOf(endings);
  }

  /// A state variable.
  ///
  /// @param variable its name
  /// @return the variable
  public Var variable(String variable) {
    return variables.stream()
        .filter(v -> v.name().equals(variable))
        .findFirst()
        .orElseThrow(() -> new IllFormed("unknown variable: name=" + variable));
  }

  /// Whether there is a variable of a name.
  ///
  /// @param variable a name
  /// @return whether it is declared
  public boolean has(String variable) {
    return variables.stream().anyMatch(v -> v.name().equals(variable));
  }

  /// The program counter of a process.
  ///
  /// @param process its name
  /// @return an enumeration of its labels, or an array of it
  public Var counter(String process) {
    return variable(counterName(process));
  }

  /// The labels of a process.
  ///
  /// @param process its name
  /// @return the enumeration of its full labels
  public Sort.Enumeration labels(String process) {
    Sort sort = counter(process).sort();
    return (Sort.Enumeration) (sort instanceof Sort.ArrayOf array ? array.element() : sort);
  }

  /// How program counters are named.
  ///
  /// @param process the process
  /// @return the variable's name
  public static String counterName(String process) {
    return "pc." + process;
  }

  /// The ending of a name.
  ///
  /// @param ending its name
  /// @return the ending
  public Ending ending(String ending) {
    return endings.stream()
        .filter(e -> e.name().equals(ending))
        .findFirst()
        .orElseThrow(() -> new IllFormed("unknown ending: name=" + ending));
  }

  /// The rules of each label of a process.
  ///
  /// @param process its name
  /// @return by full label, in the order of the text
  public Map<String, List<Rule>> rulesByLabel(String process) {
    return rules.stream()
        .filter(rule -> rule.process().equals(process))
        .collect(
            java.util.stream.Collectors.groupingBy(
                Rule::label, java.util.LinkedHashMap::new, java.util.stream.Collectors.toList()));
  }
}

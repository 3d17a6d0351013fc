package psyscall.model.behavior;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import psyscall.spec.rule.Specification;
import psyscall.spec.term.Var;

/// The state variables of a specification in the order of their declaration: which value of a state
/// belongs to which variable.
public final class Schema {
  private final List<Var> variables;
  private final Map<String, Integer> byName = new HashMap<>();

  /// The variables of a specification.
  ///
  /// @param specification whose states are meant
  /// @throws IllegalArgumentException if two variables have one name
  public Schema(Specification specification) {
    variables = specification.variables();
    for (int at = 0; at < variables.size(); at++) {
      if (byName.put(variables.get(at).name(), at) != null) {
        throw new IllegalArgumentException(
            "variable declared twice: name=" + variables.get(at).name());
      }
    }
  }

  /// How many variables there are.
  ///
  /// @return the number
  public int size() {
    return variables.size();
  }

  /// The variables in order.
  ///
  /// @return an immutable list
  public List<Var> variables() {
    return variables;
  }

  /// The variable at a position.
  ///
  /// @param index from 0, below the size
  /// @return the variable
  public Var variable(int index) {
    return variables.get(index);
  }

  /// The position of a variable; quickest with the specification's own object.
  ///
  /// @param variable a variable of the specification
  /// @return its position, from 0
  /// @throws IllegalArgumentException if the specification has no such variable
  public int indexOf(Var variable) {
    int index = indexOf(variable.name());
    Var declared = variables.get(index);
    if (!declared.equals(variable)) {
      throw new IllegalArgumentException(
          "another variable of the same name: declared=" + declared + ", given=" + variable);
    }
    return index;
  }

  /// The position of the variable of a name.
  ///
  /// @param name the name of a variable of the specification
  /// @return its position, from 0
  /// @throws IllegalArgumentException if the specification has no such variable
  public int indexOf(String name) {
    Integer index = byName.get(name);
    if (index == null) {
      throw new IllegalArgumentException("unknown variable: name=" + name);
    }
    return index;
  }
}

package psyscall.model.behavior;

import java.util.Arrays;
import java.util.List;
import java.util.StringJoiner;
import psyscall.spec.term.Var;

/// The values of all variables of a specification; immutable.
///
/// Values that a step does not change are the same objects in the state before and after. Two
/// states are equal if their values are.
public final class State {
  private final Schema schema;
  private final Value[] values;
  private final int hash;

  private State(Schema schema, Value[] values) {
    this.schema = schema;
    this.values = values;
    this.hash = Array.hash(values);
  }

  /// A state of some values.
  ///
  /// @param schema which variables there are
  /// @param values one for each, in order
  /// @return the state
  /// @throws IllegalArgumentException if there are not as many values as variables
  public static State of(Schema schema, List<? extends Value> values) {
    return of(schema, values.toArray(Value[]::new));
  }

  /// A state of some values.
  ///
  /// @param schema which variables there are
  /// @param values one for each, in order; copied
  /// @return the state
  /// @throws IllegalArgumentException if there are not as many values as variables
  public static State of(Schema schema, Value... values) {
    if (values.length != schema.size()) {
      throw new IllegalArgumentException(
          "values of a state: wanted=" + schema.size() + ", given=" + values.length);
    }
    return new State(schema, values.clone());
  }

  /// Which variables there are.
  ///
  /// @return the schema
  public Schema schema() {
    return schema;
  }

  /// The value of the variable at a position.
  ///
  /// @param index from 0
  /// @return its value
  public Value value(int index) {
    return values[index];
  }

  /// The value of a variable.
  ///
  /// @param variable a variable of the specification
  /// @return its value
  /// @throws IllegalArgumentException if the specification has no such variable
  public Value value(Var variable) {
    return values[schema.indexOf(variable)];
  }

  /// The value of the variable of a name.
  ///
  /// @param name the name of a variable of the specification
  /// @return its value
  /// @throws IllegalArgumentException if the specification has no such variable
  public Value value(String name) {
    return values[schema.indexOf(name)];
  }

  /// The values in the order of the variables.
  ///
  /// @return a fresh array
  public Value[] toArray() {
    return values.clone();
  }

  /// The state with one value replaced.
  ///
  /// @param index which variable, from 0
  /// @param value its new value
  /// @return the changed state
  public State with(int index, Value value) {
    Value[] changed = values.clone();
    changed[index] = value;
    return new State(schema, changed);
  }

  /// The state with one value replaced.
  ///
  /// @param variable which variable
  /// @param value its new value
  /// @return the changed state
  public State with(Var variable, Value value) {
    return with(schema.indexOf(variable), value);
  }

  /// The value of a variable as text.
  ///
  /// @param variable a variable of the specification
  /// @return its value as people read it
  public String format(Var variable) {
    return value(variable).format(variable.sort());
  }

  @Override
  public boolean equals(Object other) {
    return this == other
        || (other instanceof State that && hash == that.hash && Arrays.equals(values, that.values));
  }

  @Override
  public int hashCode() {
    return hash;
  }

  @Override
  public String toString() {
    StringJoiner text = new StringJoiner(", ", "[", "]");
    schema.variables().forEach(variable -> text.add(variable.name() + "=" + format(variable)));
    return text.toString();
  }
}

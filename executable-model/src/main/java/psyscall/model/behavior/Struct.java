package psyscall.model.behavior;

import java.util.ArrayList;
import java.util.List;

/// A record: its fields' values in the order of its sort.
///
/// @param fields the values
public record Struct(List<Value> fields) implements Value {
  /// Copies the fields.
  public Struct {
    fields = List.copyOf(fields);
  }

  /// The record with one field replaced.
  ///
  /// @param position the field's position, from 0
  /// @param value the new value
  /// @return the new record
  /// @throws IndexOutOfBoundsException if there is no such field
  public Struct with(int position, Value value) {
    List<Value> changed = new ArrayList<>(fields);
    changed.set(position, value);
    return new Struct(changed);
  }

  @Override
  public String toString() {
    return fields.toString();
  }
}

package psyscall.model.plan9;

import java.util.ArrayList;
import java.util.List;

/// The value of an expression: names whose numbers are not known, and a number.
///
/// @param names the names, in the order in which they are written
/// @param number the rest
record Sum(List<String> names, long number) {
  static Sum of(long number) {
    return new Sum(List.of(), number);
  }

  static Sum of(String name) {
    return new Sum(List.of(name), 0);
  }

  /// What is added to the first name.
  Sum afterFirst() {
    return new Sum(names.subList(1, names.size()), number);
  }

  boolean known() {
    return names.isEmpty();
  }

  Sum plus(Sum other) {
    List<String> all = new ArrayList<>(names);
    all.addAll(other.names);
    return new Sum(List.copyOf(all), number + other.number);
  }
}

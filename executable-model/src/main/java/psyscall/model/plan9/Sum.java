package psyscall.model.plan9;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/// The value of an expression: names whose numbers are not known, and a number.
///
/// @param names the names, in order
/// @param number the rest
record Sum(List<String> names, long number) {
  static Sum of(long number) {
    return new Sum(List.of(), number);
  }

  static Sum of(String name) {
    return new Sum(List.of(name), 0);
  }

  boolean known() {
    return names.isEmpty();
  }

  Sum plus(Sum other) {
    List<String> all = new ArrayList<>(names);
    all.addAll(other.names);
    Collections.sort(all);
    return new Sum(List.copyOf(all), number + other.number);
  }
}

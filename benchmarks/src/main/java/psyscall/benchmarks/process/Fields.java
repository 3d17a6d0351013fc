package psyscall.benchmarks.process;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// Named values on one line: how a process tells another what to do and what it found.
///
/// @param values by name; neither names nor values have white space, and names no `=`
public record Fields(SortedMap<String, String> values) {
  /// Copies the values.
  public Fields {
    values = Collections.unmodifiableSortedMap(new TreeMap<>(values));
  }

  /// Reads a line.
  ///
  /// @param line such as `scenario=one-call threads=2`
  /// @return its values
  /// @throws IllegalArgumentException if a word of it has no `=`
  public static Fields parse(String line) {
    SortedMap<String, String> values = new TreeMap<>();
    for (String word : line.strip().split("\\s+", -1)) {
      int equals = word.indexOf('=');
      if (equals < 1) {
        throw new IllegalArgumentException("no name=value: word=" + word);
      }
      values.put(word.substring(0, equals), word.substring(equals + 1));
    }
    return new Fields(values);
  }

  /// A value.
  ///
  /// @param name its name
  /// @return the value
  /// @throws IllegalArgumentException if there is none of that name
  public String text(String name) {
    String value = values.get(name);
    if (value == null) {
      throw new IllegalArgumentException(
          "no such field: name=" + name + ", available=" + values.keySet());
    }
    return value;
  }

  /// A value that is a number.
  ///
  /// @param name its name
  /// @return the number
  /// @throws IllegalArgumentException if there is none of that name, or it is no number
  public long number(String name) {
    return Long.parseLong(text(name));
  }

  /// The values as [#parse] reads them.
  ///
  /// @return one line, in the order of the names
  public String line() {
    return values.entrySet().stream()
        .map(value -> value.getKey() + "=" + value.getValue())
        .collect(Collectors.joining(" "));
  }
}

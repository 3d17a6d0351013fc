package psyscall.checker.export;

import java.util.Map;
import java.util.TreeMap;
import psyscall.spec.term.Sort;

/// The names that stand for the values of enumerations.
final class Symbols {
  private final Map<String, Long> values = new TreeMap<>();

  /// A word that Promela and C take as a name.
  static String name(String text) {
    return text.replaceAll("[^A-Za-z0-9]+", "_");
  }

  /// A value by its name, or as a number where two names look alike.
  Expression of(Sort.Enumeration sort, long ordinal) {
    String name = name(sort.name()) + "_" + name(sort.values().get((int) ordinal));
    Long former = values.putIfAbsent(name, ordinal);
    return former == null || former == ordinal
        ? Expression.named(name, ordinal)
        : Expression.of(ordinal);
  }

  /// The definitions of all names that were asked for.
  ///
  /// @return one line each, in alphabetical order
  String definitions() {
    StringBuilder text = new StringBuilder();
    values.forEach((name, value) -> text.append("#define %s %d\n".formatted(name, value)));
    return text.toString();
  }
}

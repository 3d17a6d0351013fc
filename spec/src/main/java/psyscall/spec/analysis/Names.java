package psyscall.spec.analysis;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import psyscall.spec.term.Bound;

/// How the bound variables in scope print: by their own names, numbered where two would clash.
record Names(Map<Bound, String> names, Set<String> taken) {
  Names {
    names = Map.copyOf(names);
    taken = Set.copyOf(taken);
  }

  /// No bound variables yet.
  ///
  /// @param taken the words that mean something else already
  static Names beside(Set<String> taken) {
    return new Names(Map.of(), taken);
  }

  /// One more bound variable in scope.
  Names with(Bound bound) {
    String word = word(bound.name());
    String free = word;
    for (int number = 2; taken.contains(free); number++) {
      free = word + number;
    }
    return as(bound, free).taking(free);
  }

  /// A bound variable that prints as a longer text.
  Names as(Bound bound, String text) {
    Map<Bound, String> more = new HashMap<>(names);
    more.put(bound, text);
    return new Names(more, taken);
  }

  String of(Bound bound) {
    return names.getOrDefault(bound, word(bound.name()));
  }

  private Names taking(String word) {
    Set<String> more = new HashSet<>(taken);
    more.add(word);
    return new Names(names, more);
  }

  /// A name such as `the idle P` as one word.
  private static String word(String name) {
    StringBuilder word = new StringBuilder();
    boolean isNext = false;
    for (int at = 0; at < name.length(); at++) {
      char c = name.charAt(at);
      if (Character.isJavaIdentifierPart(c)) {
        word.append(isNext ? Character.toUpperCase(c) : c);
        isNext = false;
      } else {
        isNext = c == ' ' && !word.isEmpty();
      }
    }
    return word.toString();
  }
}

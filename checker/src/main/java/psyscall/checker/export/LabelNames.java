package psyscall.checker.export;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Our labels as Promela's.
final class LabelNames {
  private final Map<String, String> names = new LinkedHashMap<>();

  LabelNames(List<String> labels) {
    Set<String> taken = new HashSet<>();
    for (String label : labels) {
      String plain = "end_" + Symbols.name(label);
      String name = plain;
      for (int copy = 2; !taken.add(name); copy++) {
        name = plain + "_" + copy;
      }
      names.put(label, name);
    }
  }

  /// The name of a label.
  String of(String label) {
    String name = names.get(label);
    if (name == null) {
      throw new IllegalArgumentException("unknown label: name=" + label);
    }
    return name;
  }
}

package psyscall.checker.conformance;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import psyscall.spec.term.IllFormed;
import psyscall.spec.term.Sort;
import psyscall.spec.term.Var;

/// Which columns the variables of a specification are made of, and which of them are kept the other
/// way round too.
final class Columns {
  private final List<Sort.Individual> kinds = new ArrayList<>();
  private final List<Column> all = new ArrayList<>();
  private final Map<Var, List<Column>> byVariable = new HashMap<>();
  private final TreeSet<Integer> inverted = new TreeSet<>();

  Columns(List<Var> variables) {
    for (Var variable : variables) {
      List<Column> mine = new ArrayList<>();
      int kind = -1;
      Sort sort = variable.sort();
      if (sort instanceof Sort.ArrayOf array) {
        kind = kind(array.index());
        sort = array.element();
      }
      add(mine, variable.name(), kind, sort);
      byVariable.put(variable, List.copyOf(mine));
    }
  }

  private void add(List<Column> to, String name, int kind, Sort sort) {
    if (sort instanceof Sort.Struct struct) {
      struct.fields().forEach(f -> add(to, name + "." + f.name(), kind, f.sort()));
      return;
    }
    int values =
        switch (sort) {
          case Sort.Truth _, Sort.Enumeration _ -> -1;
          case Sort.Optional optional -> kind(optional.of());
          case Sort.Range range -> {
            if (range.low() < Integer.MIN_VALUE || range.high() > Integer.MAX_VALUE) {
              throw new IllFormed("variable of more than 32 bits: name=" + name);
            }
            yield -1;
          }
          case Sort.Individual _,
              Sort.SetOf _,
              Sort.Queue _,
              Sort.Bits _,
              Sort.Memory _,
              Sort.ArrayOf _,
              Sort.Struct _ ->
              throw new IllFormed("variable that no column holds: name=" + name + ", sort=" + sort);
        };
    Column column = new Column(all.size(), name, kind, values, sort);
    all.add(column);
    to.add(column);
  }

  /// The number of an id sort.
  int kind(Sort.Individual sort) {
    if (!kinds.contains(sort)) {
      kinds.add(sort);
    }
    return kinds.indexOf(sort);
  }

  /// How many id sorts there are.
  int kinds() {
    return kinds.size();
  }

  /// The columns of a variable, the fields of a record in order.
  List<Column> of(Var variable) {
    List<Column> columns = byVariable.get(variable);
    if (columns == null) {
      throw new IllFormed("variable that is not declared: name=" + variable.name());
    }
    return columns;
  }

  /// All of them, by position.
  List<Column> all() {
    return List.copyOf(all);
  }

  /// Has a column of ids kept the other way round: from an id to those who hold it.
  void invert(Column column) {
    if (column.values() < 0 || column.kind() < 0) {
      throw new IllFormed("column that cannot be kept the other way round: name=" + column.name());
    }
    inverted.add(column.at());
  }

  /// Whether a column is kept the other way round.
  boolean isInverted(Column column) {
    return inverted.contains(column.at());
  }

  /// The number of least magnitude that a value can be when nothing was said: as in the language,
  /// false, the first value, the number nearest to 0, nil.
  static int initial(Sort sort) {
    return switch (sort) {
      case Sort.Optional _ -> -1;
      case Sort.Range range -> (int) Math.max(range.low(), Math.min(range.high(), 0));
      case Sort ignored -> 0;
    };
  }
}

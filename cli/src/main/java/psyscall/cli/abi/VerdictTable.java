package psyscall.cli.abi;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import psyscall.cli.output.Table;
import psyscall.model.assembly.Printable;

/// Verdicts by routine and origin. Routines with the same verdicts share a row, the largest group
/// first; the last row counts.
final class VerdictTable {
  /// Of two verdicts about a routine of one origin the first of these is shown.
  private static final List<String> WORST_FIRST =
      List.of("refuted", "undecided", "outside", "proved");

  private static final String ABSENT = "-";

  /// Origins by key.
  private final Map<String, CodeOrigin> columns = new LinkedHashMap<>();

  /// Verdicts by key of a column, by routine.
  private final Map<String, Map<String, String>> rows = new TreeMap<>();

  /// Adds an origin, with no routine yet.
  ///
  /// @param origin its column
  void add(CodeOrigin origin) {
    columns.putIfAbsent(origin.key(), origin);
  }

  /// Adds a verdict.
  ///
  /// @param origin one that was added
  /// @param routine its name
  /// @param verdict the word for it
  void add(CodeOrigin origin, String routine, String verdict) {
    rows.computeIfAbsent(Printable.of(routine), _ -> new LinkedHashMap<>())
        .merge(origin.key(), verdict, VerdictTable::worse);
  }

  private static String worse(String one, String other) {
    return WORST_FIRST.indexOf(one) <= WORST_FIRST.indexOf(other) ? one : other;
  }

  /// The table.
  ///
  /// @return its lines
  List<String> lines() {
    Table table = new Table(row("routines", headings(), "names"));
    groups().entrySet().stream()
        .sorted(Comparator.comparingInt(group -> -group.getValue().size()))
        .forEach(
            group ->
                table.row(
                    row(
                        String.valueOf(group.getValue().size()),
                        group.getKey(),
                        names(group.getValue()))));
    table.row(row(String.valueOf(rows.size()), totals(), "all"));
    return table.lines();
  }

  private static String[] row(String first, List<String> cells, String last) {
    List<String> all = new ArrayList<>();
    all.add(first);
    all.addAll(cells);
    all.add(last);
    return all.toArray(String[]::new);
  }

  private List<String> headings() {
    return columns.values().stream().map(this::heading).toList();
  }

  /// No longer than it must be to be told from the others.
  private String heading(CodeOrigin origin) {
    int names = 1;
    while (names < origin.path().getNameCount() && isShared(origin.tail(names), names)) {
      names++;
    }
    return isShared(origin.tail(names), names) ? origin.key() : origin.tail(names);
  }

  private boolean isShared(String tail, int names) {
    return columns.values().stream().filter(other -> other.tail(names).equals(tail)).count() > 1;
  }

  private Map<List<String>, List<String>> groups() {
    Map<List<String>, List<String>> groups = new LinkedHashMap<>();
    rows.forEach(
        (routine, verdicts) -> {
          List<String> cells =
              columns.keySet().stream().map(key -> verdicts.getOrDefault(key, ABSENT)).toList();
          groups.computeIfAbsent(cells, _ -> new ArrayList<>()).add(routine);
        });
    return groups;
  }

  private List<String> totals() {
    return columns.keySet().stream().map(this::total).toList();
  }

  private String total(String key) {
    List<String> counts = new ArrayList<>();
    for (String word : WORST_FIRST.reversed()) {
      long count = rows.values().stream().filter(cells -> word.equals(cells.get(key))).count();
      if (count > 0) {
        counts.add(count + " " + word);
      }
    }
    return counts.isEmpty() ? ABSENT : String.join(", ", counts);
  }

  /// The names of routines, each package once.
  private static String names(List<String> routines) {
    Map<String, List<String>> packages = new LinkedHashMap<>();
    for (String routine : routines) {
      int dot = routine.indexOf('.', routine.lastIndexOf('/') + 1);
      packages
          .computeIfAbsent(routine.substring(0, Math.max(0, dot)), _ -> new ArrayList<>())
          .add(routine.substring(dot + 1));
    }
    List<String> texts = new ArrayList<>();
    packages.forEach(
        (of, names) -> texts.add((of.isEmpty() ? "" : of + ": ") + String.join(", ", names)));
    return String.join("; ", texts);
  }
}

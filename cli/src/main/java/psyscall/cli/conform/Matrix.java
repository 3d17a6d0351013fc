package psyscall.cli.conform;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import psyscall.cli.output.Table;

/// What was said of recordings, by release and scenario.
public final class Matrix {
  private static final String NONE = "-";

  private final TreeSet<String> scenarios = new TreeSet<>();
  private final Map<String, Map<String, List<Judged>>> rows = new TreeMap<>(byNumbers());

  /// Sorts files by what their names say; others are left out.
  ///
  /// @param files judged
  public Matrix(List<Judged> files) {
    for (Judged file : files) {
      RecordingName.of(file.name())
          .ifPresent(
              name -> {
                scenarios.add(name.scenario());
                rows.computeIfAbsent(name.release(), _ -> new TreeMap<>())
                    .computeIfAbsent(name.scenario(), _ -> new ArrayList<>())
                    .add(file);
              });
    }
  }

  /// Releases in the order of their numbers: 1.9 before 1.10.
  private static Comparator<String> byNumbers() {
    return Comparator.comparing(Matrix::sortable).thenComparing(Comparator.naturalOrder());
  }

  private static String sortable(String release) {
    StringBuilder text = new StringBuilder();
    for (String part : release.split("\\.", -1)) {
      text.append(" ".repeat(Math.max(0, 8 - part.length()))).append(part);
    }
    return text.toString();
  }

  /// As a table of text.
  ///
  /// @return lines
  public List<String> lines() {
    Table table = new Table(headings().toArray(String[]::new));
    rows.forEach((release, cells) -> table.row(row(release, cells).toArray(String[]::new)));
    List<String> lines = new ArrayList<>(table.lines());
    lines.add("");
    lines.add("how many recordings of a release and scenario are explained, of how many");
    return lines;
  }

  /// As a table of Markdown.
  ///
  /// @return lines
  public List<String> markdown() {
    List<String> lines = new ArrayList<>();
    lines.add(line(headings()));
    lines.add(line(headings().stream().map(_ -> "---").toList()));
    rows.forEach((release, cells) -> lines.add(line(row(release, cells))));
    return lines;
  }

  private static String line(List<String> cells) {
    return "| " + String.join(" | ", cells) + " |";
  }

  private List<String> headings() {
    List<String> headings = new ArrayList<>(List.of("Go"));
    headings.addAll(scenarios);
    return headings;
  }

  private List<String> row(String release, Map<String, List<Judged>> cells) {
    List<String> row = new ArrayList<>(List.of(release));
    for (String scenario : scenarios) {
      row.add(Optional.ofNullable(cells.get(scenario)).map(Matrix::cell).orElse(NONE));
    }
    return row;
  }

  private static String cell(List<Judged> files) {
    long explained = files.stream().filter(Judged::isExplained).count();
    List<String> others =
        files.stream().filter(file -> !file.isExplained()).map(Judged::verdict).distinct().toList();
    String count = explained + "/" + files.size();
    return others.isEmpty() ? count : count + " " + String.join(", ", others);
  }
}

package psyscall.cli.catalog;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import psyscall.spec.mutation.Mutation;
import psyscall.spec.mutation.Mutations;
import psyscall.spec.process.Ending;
import psyscall.spec.release.Release;
import psyscall.spec.runtime.GoThrow;
import psyscall.spec.runtime.GoThrows;

/// A throw of Go with what people read of it.
///
/// @param row the row of the table of throws
/// @param mutants the bugs of its release that make its check fire
public record ThrowEntry(GoThrow row, List<String> mutants) {
  /// Copies the names.
  public ThrowEntry {
    mutants = List.copyOf(mutants);
  }

  /// All throws of a release.
  ///
  /// @param release the release
  /// @return in the order of the table
  public static List<ThrowEntry> all(Release release) {
    Map<String, List<String>> firing =
        Mutations.all().stream()
            .filter(bug -> bug.release().equals(release))
            .filter(bug -> bug.ending().isPresent())
            .collect(
                Collectors.groupingBy(
                    bug -> bug.ending().orElseThrow(),
                    Collectors.mapping(Mutation::name, Collectors.toList())));
    return GoThrows.of(release).stream()
        .map(row -> new ThrowEntry(row, mutants(row, firing)))
        .toList();
  }

  private static List<String> mutants(GoThrow row, Map<String, List<String>> firing) {
    return row.ending()
        .map(ending -> firing.getOrDefault(ending.name(), List.of()))
        .orElse(List.of());
  }

  /// Where it stands in Go's source.
  ///
  /// @return such as `proc.go:1083`
  public String place() {
    return row.file() + ":" + row.lines();
  }

  /// What became of it.
  ///
  /// @return lower case words
  public String treatment() {
    return row.treatment().name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  /// The name of the check, where there is one.
  ///
  /// @return the ending's name
  public Optional<String> check() {
    return row.ending().map(Ending::name);
  }
}

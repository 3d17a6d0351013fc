package psyscall.cli.catalog;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import psyscall.spec.mutation.Mutation;
import psyscall.spec.mutation.Mutations;
import psyscall.spec.process.Ending;
import psyscall.spec.runtime.GoThrow;
import psyscall.spec.runtime.GoThrows;

/// A throw of Go with what people read of it.
///
/// @param row the row of the table of throws
/// @param mutants the bugs that make its check fire
public record ThrowEntry(GoThrow row, List<String> mutants) {
  /// Copies the names.
  public ThrowEntry {
    mutants = List.copyOf(mutants);
  }

  /// All throws.
  ///
  /// @return in the order of the table
  public static List<ThrowEntry> all() {
    return GoThrows.all().stream().map(row -> new ThrowEntry(row, mutants(row))).toList();
  }

  private static List<String> mutants(GoThrow row) {
    return row.ending().stream()
        .flatMap(
            ending ->
                Mutations.all().stream()
                    .filter(bug -> bug.ending().equals(Optional.of(ending.name()))))
        .map(Mutation::name)
        .toList();
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

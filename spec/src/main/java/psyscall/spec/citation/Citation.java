package psyscall.spec.citation;

import java.util.List;

/// The source of a piece of a specification.
///
/// @param step the step of the fact sheet, such as `E11`, or the empty text for a whole procedure
/// @param releases the releases for which it was read, such as `1.10.8`; not empty
/// @param file the file below `src/` of the Go tree, such as `runtime/proc.go`; empty where the
///   step is the model's own
/// @param function the function in that file
public record Citation(String step, List<String> releases, String file, String function) {
  /// Copies the releases.
  public Citation {
    releases = List.copyOf(releases);
  }

  /// The same source, a step further.
  ///
  /// @param next the step of the fact sheet
  /// @return the citation of that step
  public Citation at(String next) {
    return new Citation(next, releases, file, function);
  }

  /// The same source, in another function of the file.
  ///
  /// @param other the function
  /// @return the citation of that function
  public Citation in(String other) {
    return new Citation(step, releases, file, other);
  }

  @Override
  public String toString() {
    String place = file.isEmpty() ? "model" : file + " " + function;
    String where = step.isEmpty() ? place : place + " " + step;
    return releases.isEmpty() ? where : where + " (go" + String.join(", ", releases) + ")";
  }
}

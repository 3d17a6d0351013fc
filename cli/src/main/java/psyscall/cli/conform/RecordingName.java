package psyscall.cli.conform;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What the name of a recording says, such as `go1.10.8-aba-p2.trace`.
///
/// @param release of Go, such as `1.10.8`
/// @param scenario which program
/// @param procs GOMAXPROCS
record RecordingName(String release, String scenario, int procs) {
  private static final Pattern FORM =
      Pattern.compile("go(\\d[\\w.]{0,20})-([\\w-]{1,30})-p(\\d{1,3})(\\.bad)?\\.trace");

  /// Takes a file's name apart.
  ///
  /// @param name without its folder
  /// @return what it says, if it has that form
  static Optional<RecordingName> of(String name) {
    Matcher matcher = FORM.matcher(name.substring(name.lastIndexOf('/') + 1));
    return matcher.matches()
        ? Optional.of(
            new RecordingName(
                matcher.group(1), matcher.group(2), Integer.parseInt(matcher.group(3))))
        : Optional.empty();
  }
}

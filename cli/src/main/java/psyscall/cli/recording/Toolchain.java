package psyscall.cli.recording;

import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A Go toolchain on this machine.
///
/// @param version what it calls itself, such as `1.14.15`, in letters that a file name may have
/// @param goroot its tree
record Toolchain(String version, Path goroot) {
  private static final Pattern MINOR = Pattern.compile("^1\\.(\\d{1,3})");

  /// The number of its minor release.
  ///
  /// @return such as 14; very large for one that is not released
  int minor() {
    Matcher number = MINOR.matcher(version);
    return number.find() ? Integer.parseInt(number.group(1)) : Integer.MAX_VALUE;
  }

  /// Its Go client.
  Path go() {
    return goroot.resolve("bin/go");
  }
}

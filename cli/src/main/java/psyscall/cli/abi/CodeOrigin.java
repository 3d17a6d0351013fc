package psyscall.cli.abi;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import psyscall.model.assembly.Printable;

/// Where a file comes from: a release of Go, if it lies in a Go tree.
///
/// @param path the file, as it was named
/// @param release such as `1.10.8`, if it is of one
record CodeOrigin(Path path, Optional<String> release) {
  private static final Pattern VERSION = Pattern.compile("go(\\d[\\w.]{0,19})(\\s.*)?");

  /// More than the first line of any `VERSION`; what is longer is not read.
  private static final int BYTES_MAX = 64;

  /// Looks for the file `VERSION` of a Go tree in the folders above.
  ///
  /// @param path the file
  /// @return where it comes from
  static CodeOrigin of(Path path) {
    for (Path folder = path.toAbsolutePath().normalize().getParent();
        folder != null;
        folder = folder.getParent()) {
      Path version = folder.resolve("VERSION");
      if (Files.isRegularFile(version) && Files.isDirectory(folder.resolve("src"))) {
        return new CodeOrigin(path, release(version));
      }
    }
    return new CodeOrigin(path, Optional.empty());
  }

  private static Optional<String> release(Path version) {
    try (var stream = Files.newInputStream(version)) {
      String text = new String(stream.readNBytes(BYTES_MAX), StandardCharsets.UTF_8);
      Matcher found = VERSION.matcher(text.strip().lines().findFirst().orElse(""));
      return found.matches() ? Optional.of(found.group(1)) : Optional.empty();
    } catch (IOException _) {
      return Optional.empty();
    }
  }

  /// What files of one origin have in common: the release, or that they are the same file.
  ///
  /// @return the release or the path
  String key() {
    return release.orElseGet(() -> Printable.of(path.toString()));
  }

  /// A name of some length.
  ///
  /// @param names how many names of the path it has at most, at least 1
  /// @return the release; without one the end of the path
  String tail(int names) {
    int count = path.getNameCount();
    return release.isPresent() || count < names
        ? key()
        : Printable.of(path.subpath(count - names, count).toString());
  }
}

package psyscall.reports.goroot;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// The source tree of a Go release, as `go env GOROOT` names it. A file is read when it is first
/// asked for.
public final class GoTree {
  /// Without this file a folder is not Go.
  private static final String SCHEDULER = "runtime/proc.go";

  private final Path sources;
  private final Optional<String> version;
  private final Map<String, GoSource> read = new TreeMap<>();

  private GoTree(Path sources, Optional<String> version) {
    this.sources = sources;
    this.version = version;
  }

  /// Opens a tree.
  ///
  /// @param root the folder with `src` in it
  /// @return the tree
  /// @throws GoTreeException if that is no folder, or not the source of Go
  public static GoTree open(Path root) throws GoTreeException {
    if (!Files.exists(root)) {
      throw new GoTreeException("no such folder: goroot=" + root);
    }
    if (!Files.isDirectory(root)) {
      throw new GoTreeException("not a folder: goroot=" + root);
    }
    Path sources = root.resolve("src");
    if (!Files.isRegularFile(sources.resolve(SCHEDULER))) {
      throw new GoTreeException(
          "not a Go tree: goroot=%s, missing=src/%s; give what 'go env GOROOT' prints"
              .formatted(root, SCHEDULER));
    }
    Path version = root.resolve("VERSION");
    return new GoTree(
        sources,
        Files.isRegularFile(version)
            ? text(version).lines().map(String::strip).filter(line -> !line.isEmpty()).findFirst()
            : Optional.empty());
  }

  /// What the file `VERSION` says.
  ///
  /// @return such as `go1.10.8`; nothing where there is no such file, as in a checkout
  public Optional<String> version() {
    return version;
  }

  /// Looks a citation up.
  ///
  /// @param place what is cited
  /// @return whether it is there
  /// @throws GoTreeException if a file that is there cannot be read
  public Resolution resolve(Place place) throws GoTreeException {
    if (place.file().isEmpty()) {
      return new Resolution.Own();
    }
    if (!Files.exists(sources.resolve(place.file()))) {
      return new Resolution.Missing("no such file");
    }
    List<GoFunction> declared = source(place.file()).functions();
    List<GoFunction> found = new ArrayList<>();
    for (String name : place.functions()) {
      List<GoFunction> named = declared.stream().filter(f -> f.name().equals(name)).toList();
      if (named.isEmpty()) {
        return new Resolution.Missing("no such function: name=" + name);
      }
      found.addAll(throwing(named, place.throwsAt()));
    }
    return new Throwing(found, place.throwsAt())
        .fault()
        .<Resolution>map(Resolution.Missing::new)
        .orElseGet(() -> new Resolution.Found(found, parts(declared, found)));
  }

  private static List<GoFunction> parts(List<GoFunction> declared, List<GoFunction> whole) {
    return declared.stream()
        .filter(part -> whole.stream().anyMatch(f -> isPart(part.name(), f.name())))
        .toList();
  }

  private static boolean isPart(String part, String whole) {
    return part.equals(whole + "1") || part.startsWith(whole + "_");
  }

  /// Of methods that share a name, those with a cited line; all if there is none.
  private static List<GoFunction> throwing(List<GoFunction> named, List<Lines> cited) {
    List<GoFunction> chosen =
        named.stream().filter(f -> cited.stream().anyMatch(f.lines()::hold)).toList();
    return chosen.isEmpty() ? named : chosen;
  }

  private GoSource source(String file) throws GoTreeException {
    GoSource known = read.get(file);
    if (known == null) {
      known = GoSource.of(file, text(sources.resolve(file)));
      read.put(file, known);
    }
    return known;
  }

  private static String text(Path file) throws GoTreeException {
    try {
      return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new GoTreeException("cannot read the Go tree: file=" + file + ", " + reason(file));
    }
  }

  private static String reason(Path file) {
    if (Files.isDirectory(file)) {
      return "is a folder";
    }
    return Files.isReadable(file) ? "read error" : "permission denied";
  }
}

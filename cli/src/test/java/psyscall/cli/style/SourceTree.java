package psyscall.cli.style;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The checkout that the tests stand in.
///
/// @param root the folder with the launcher and the parent pom
public record SourceTree(Path root) {
  private static final Set<String> NOT_SOURCE =
      Set.of(".git", ".psyscall", "target", ".idea", ".vscode", ".settings");
  private static final Pattern MODULE = Pattern.compile("<module>([^<]+)</module>");

  /// The tree above the working directory.
  public static SourceTree find() {
    Path start = Path.of("").toAbsolutePath();
    for (Path at = start; at != null; at = at.getParent()) {
      if (Files.isRegularFile(at.resolve("psyscall"))
          && Files.isRegularFile(at.resolve("pom.xml"))) {
        return new SourceTree(at);
      }
    }
    throw new IllegalStateException("no checkout around the working directory: start=" + start);
  }

  /// The folders of the modules, in the order of the parent pom.
  public List<Path> modules() throws IOException {
    Matcher names = MODULE.matcher(Files.readString(root.resolve("pom.xml")));
    return names.results().map(name -> root.resolve(name.group(1))).toList();
  }

  /// Every text file that is not made by a build, in the order of the paths.
  public List<SourceFile> files() throws IOException {
    List<Path> paths = new ArrayList<>();
    Files.walkFileTree(
        root,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
            return NOT_SOURCE.contains(folder.getFileName().toString())
                ? FileVisitResult.SKIP_SUBTREE
                : FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            if (attributes.isRegularFile()) {
              paths.add(file);
            }
            return FileVisitResult.CONTINUE;
          }
        });
    List<SourceFile> files = new ArrayList<>();
    for (Path path : paths.stream().sorted().toList()) {
      String name = root.relativize(path).toString().replace('\\', '/');
      text(path).ifPresent(text -> files.add(new SourceFile(name, text)));
    }
    return files;
  }

  /// What the file says, unless it is binary.
  private static Optional<String> text(Path path) throws IOException {
    byte[] bytes = Files.readAllBytes(path);
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      return text.indexOf(0) < 0 ? Optional.of(text) : Optional.empty();
    } catch (CharacterCodingException e) {
      return Optional.empty();
    }
  }
}

import com.google.googlejavaformat.java.Formatter;
import com.google.googlejavaformat.java.FormatterException;
import com.google.googlejavaformat.java.ImportOrderer;
import com.google.googlejavaformat.java.JavaFormatterOptions;
import com.google.googlejavaformat.java.RemoveUnusedImports;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Compares each Java file of the tree with what google-java-format makes of it (`check`), or
/// rewrites it (`write`). The root pom runs this with JDK 25, since a formatter inside Maven's own
/// process could not parse Java 25 when Maven runs on an older JDK.
///
/// A file that cannot be parsed is left to the compiler, whose message is better.
final class Format {
  private Format() {}

  /// Ends with 1 if `check` found a file that is not formatted.
  ///
  /// @param args the mode, `check` or `write`, run from the root of the tree
  public static void main(String[] args) throws IOException {
    boolean write =
        switch (String.join(" ", args)) {
          case "check" -> false;
          case "write" -> true;
          default -> throw new IllegalArgumentException("unknown mode: choices=[check, write]");
        };
    List<Path> changed = sources().parallel().filter(path -> differs(path, write)).toList();
    for (Path path : changed) {
      System.out.println(path + (write ? ": formatted" : ": not formatted, use " + REPAIR));
    }
    System.exit(write || changed.isEmpty() ? 0 : 1);
  }

  private static final String REPAIR = "mvn -N verify -Dformat=write";

  private static Stream<Path> sources() throws IOException {
    try (Stream<Path> tree = Files.walk(Path.of(""))) {
      return tree
          .filter(path -> path.toString().endsWith(".java"))
          .filter(path -> !path.toString().matches("(.*/)?(target|\\.psyscall|\\.git)/.*"))
          .sorted()
          .toList()
          .stream();
    }
  }

  private static boolean differs(Path path, boolean write) {
    try {
      String text = Files.readString(path);
      Optional<String> formatted = format(text);
      if (formatted.isEmpty() || formatted.get().equals(text)) {
        return false;
      }
      if (write) {
        Files.writeString(path, formatted.get());
      }
      return true;
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static Optional<String> format(String text) {
    try {
      String imports =
          ImportOrderer.reorderImports(
              RemoveUnusedImports.removeUnusedImports(text), JavaFormatterOptions.Style.GOOGLE);
      return Optional.of(new Formatter().formatSource(imports));
    } catch (FormatterException e) {
      return Optional.empty();
    }
  }
}

package psyscall.cli.style;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// One text file of the tree.
///
/// @param path from the root of the tree, with forward slashes
/// @param text all of it
public record SourceFile(String path, String text) {

  /// The path alone, so that a failed assertion stays readable.
  @Override
  public String toString() {
    return path;
  }

  /// The lines without their ends.
  public List<String> lines() {
    return text.lines().toList();
  }

  /// The name after the last slash.
  public String name() {
    return path.substring(path.lastIndexOf('/') + 1);
  }

  /// The folder before the last slash.
  public String folder() {
    return path.substring(0, Math.max(0, path.lastIndexOf('/')));
  }

  /// Whether this is Java.
  public boolean isJava() {
    return path.endsWith(".java");
  }

  /// Whether this is Java of the product.
  public boolean isMainJava() {
    return isJava() && path.contains("src/main/java/");
  }

  /// Whether this is Java of the tests.
  public boolean isTestJava() {
    return isJava() && path.contains("src/test/java/");
  }

  /// The Java text with comments, strings and characters blanked; offsets and lines stay.
  public String code() {
    return JavaCode.blank(text);
  }

  /// The line of an offset, from 1.
  public int lineAt(int offset) {
    return 1 + (int) text.substring(0, offset).chars().filter(c -> c == '\n').count();
  }

  /// A violation for each place where the pattern is found in `where`, the text or the code.
  Stream<Violation> found(Pattern pattern, String where, String what, String use) {
    return pattern
        .matcher(where)
        .results()
        .map(hit -> new Violation(path, lineAt(hit.start()), what, use));
  }
}

package psyscall.cli.style;

/// One place that breaks a rule.
///
/// @param path the file, from the root of the tree
/// @param line its line, from 1
/// @param what what is wrong there
/// @param use what to write instead
public record Violation(String path, int line, String what, String use) {
  @Override
  public String toString() {
    return path + ":" + line + ": " + what + ", " + use;
  }
}

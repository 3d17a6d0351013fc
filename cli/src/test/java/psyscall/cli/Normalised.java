package psyscall.cli;

/// What does not differ from run to run.
final class Normalised {
  private Normalised() {}

  /// A text without times, rates, versions.
  static String text(String text) {
    return text.replaceAll("\\d+\\.\\d s\\b", "N.N s")
        .replaceAll("(psyscall +)\\d+\\.\\d+\\.\\d+(-SNAPSHOT)?", "$1VERSION");
  }
}

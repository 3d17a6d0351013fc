package psyscall.cli;

/// What does not differ from run to run.
final class Normalised {
  private Normalised() {}

  /// A text without times, amounts of memory, versions.
  static String text(String text) {
    return text.replaceAll("\\d+\\.\\d s\\b", "N.N s")
        .replaceAll("\\b[\\d,]+ MB\\b", "N MB")
        .replaceAll("(psyscall +)\\d+\\.\\d+\\.\\d+(-SNAPSHOT)?", "$1VERSION");
  }
}

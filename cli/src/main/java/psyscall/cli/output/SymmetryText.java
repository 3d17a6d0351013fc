package psyscall.cli.output;

import psyscall.checker.search.Usage;

/// Whether a search uses symmetry, in words.
final class SymmetryText {
  private SymmetryText() {}

  /// The use as people read it.
  static String of(Usage.SymmetryUse use) {
    return switch (use) {
      case Usage.On _ -> "on: states that differ only by names of Ms, Ps and Gs count as one";
      case Usage.Off _ -> "off";
      case Usage.Refused refused -> "off, it would not be sound: " + refused.reason();
    };
  }

  /// The use in a word.
  static String word(Usage.SymmetryUse use) {
    return switch (use) {
      case Usage.On _ -> "on";
      case Usage.Off _ -> "off";
      case Usage.Refused _ -> "refused";
    };
  }
}

package psyscall.cli.conform;

import java.nio.file.Path;

/// Judges files of one format.
public interface FormatJudge {
  /// How many bytes of a file are looked at to tell its format.
  int BEGINNING = 512;

  /// How the format is called on the command line.
  ///
  /// @return one word
  String name();

  /// Whether a file begins as one of this format.
  ///
  /// @param beginning its first [#BEGINNING] bytes, or all if it has fewer
  /// @return whether it does
  boolean reads(byte[] beginning);

  /// Judges a file.
  ///
  /// @param file an existing file
  /// @param name how it is called in the report
  /// @return what is said about it
  Judged judge(Path file, String name);
}

package psyscall.reports.timeline;

/// Whether lines carry colours; either way they have the same letters.
public enum Ink {
  /// Letters only; the default.
  PLAIN,
  /// ANSI escape sequences: each thing that is held has its colour.
  ANSI
}

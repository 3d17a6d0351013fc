package psyscall.cli.check;

/// What a violation counts as that is known and found where it is expected.
public enum Tolerance {
  /// As expected: where the whole set is asked for, which shows such violations on purpose.
  AS_EXPECTED,
  /// As a violation: where the scenario or the bug is named.
  AS_VIOLATED;

  /// Whether known violations have no effect on the exit code.
  ///
  /// @return whether they are forgiven
  public boolean forgives() {
    return this == AS_EXPECTED;
  }
}

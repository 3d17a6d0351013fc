package psyscall.checker.eventlog;

/// How much is asked when what is allowed next is looked for.
///
/// @param shown how many instances of an event are told, 1 or more
/// @param asked how many instances of an event are tried, 1 or more
public record Question(int shown, long asked) {
  /// For the answer to a refusal: a short one.
  static final Question OF_A_REFUSAL = new Question(4, 20_000);

  /// For somebody who asks what is allowed: up to ten instances an event, and tens of milliseconds.
  public static final Question DEFAULT = new Question(10, 1_000_000);
}

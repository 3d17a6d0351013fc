package psyscall.checker.eventlog;

import java.util.List;

/// What is said of one line of a log.
public sealed interface Answer {
  /// A status line, which is taken as it is.
  record Noted() implements Answer {}

  /// An event that the lifecycle allows.
  record Explained() implements Answer {}

  /// An event that it does not allow; nothing has changed by it.
  ///
  /// @param needs what is not so, as the rule says it
  /// @param standing how the individuals of the event stand, in words
  /// @param allowed what would be allowed for these individuals, or for others where that is
  ///   nothing; not more than a few
  record Refused(String needs, List<String> standing, List<PossibleEvent> allowed)
      implements Answer {
    /// Copies the lists.
    public Refused {
      standing = List.copyOf(standing);
      allowed = List.copyOf(allowed);
    }
  }
}

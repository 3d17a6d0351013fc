package psyscall.checker.eventlog;

import java.util.List;

/// With which arguments an event is allowed next.
///
/// @param event its name
/// @param count with how many arguments it is allowed, of those that were asked
/// @param some the first of them
/// @param isWhole whether all arguments were asked; a large world is asked in part
public record Allowed(String event, long count, List<PossibleEvent> some, boolean isWhole) {
  /// Copies the list.
  public Allowed {
    some = List.copyOf(some);
  }
}

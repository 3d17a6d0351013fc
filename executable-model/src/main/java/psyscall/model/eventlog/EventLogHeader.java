package psyscall.model.eventlog;

import java.util.Optional;

/// The first line of a log.
///
/// @param version of the format
/// @param release whose lifecycle it follows, such as `1.10`; empty for that of the writer's choice
public record EventLogHeader(int version, Optional<String> release) {
  /// The version that is read and written.
  public static final int VERSION = 1;

  /// What the field `psyscall` of a header says.
  static final String WHAT = "events";
}

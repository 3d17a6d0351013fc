package psyscall.model.eventlog;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import psyscall.spec.lifecycle.Lifecycle;

/// The first line of a log.
///
/// @param minor the release of Go whose lifecycle the log follows, as its number after `1.`
public record EventLogHeader(int minor) {
  /// The version that is read and written.
  public static final int VERSION = 1;

  /// The first release whose lifecycle is known.
  public static final int MINOR_MIN = 5;

  /// The last release whose lifecycle is known.
  public static final int MINOR_MAX = 26;

  /// The lifecycle of a log that does not name one: that of Go 1.25, the last in which a thread
  /// publishes its P before a system call.
  public static final EventLogHeader DEFAULT = new EventLogHeader(25);

  /// What the field `psyscall` of a header says.
  static final String WHAT = "events";

  private static final Pattern RELEASE = Pattern.compile("1\\.(\\d{1,2})");

  /// Checks the range.
  public EventLogHeader {
    if (minor < MINOR_MIN || minor > MINOR_MAX) {
      throw new IllegalArgumentException(
          "unknown release: minor=%d, limits=%d..%d".formatted(minor, MINOR_MIN, MINOR_MAX));
    }
  }

  /// The header that names a release.
  ///
  /// @param release such as `1.10`
  /// @return the header, if the lifecycle of the release is known
  static Optional<EventLogHeader> naming(String release) {
    Matcher matcher = RELEASE.matcher(release);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    int minor = Integer.parseInt(matcher.group(1));
    return minor < MINOR_MIN || minor > MINOR_MAX
        ? Optional.empty()
        : Optional.of(new EventLogHeader(minor));
  }

  /// The name of the release.
  ///
  /// @return such as `1.10`
  public String release() {
    return "1." + minor;
  }

  /// What the release allows.
  ///
  /// @return rules of their own
  public Lifecycle lifecycle() {
    return Lifecycle.ofTraces(minor);
  }
}

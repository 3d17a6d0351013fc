package psyscall.checker.oracle;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import psyscall.model.observe.Format;
import psyscall.model.observe.Kind;
import psyscall.model.observe.TraceEvent;
import psyscall.spec.state.GStatus;

/// A fault that the tracer of some releases is known to have: what it writes is no possible run,
/// although the program's was.
public enum TracerFault {
  /// Up to Go 1.19. Seen here with 1.14 and 1.19; gone in 1.20.
  C_THREADS_UNANNOUNCED(
      29707,
      "up to Go 1.19 the goroutine of a C thread that calls Go is not told of: neither its creation"
          + " nor that it is in a system call"),
  /// Seen here with Go 1.6, 1.7, 1.8 and 1.21.
  C_THREAD_EXIT_MISSING(
      -1,
      "Go 1.5 to 1.8 and 1.21 do not tell of the end of the system call in which the goroutine of a"
          + " C thread is born");

  /// How readers say that the start of a goroutine, or its way back from a call, has to wait.
  private static final Pattern WAITS =
      Pattern.compile("Go(?:Start|SysExit)\\w* and waits for goroutine (\\d{1,19}) ");

  private static final Set<Integer> WITHOUT_EXITS = Set.of(5, 7, 8, 21);

  private static final int LAST_UNANNOUNCED = 19;

  private final int issue;
  private final String summary;

  TracerFault(int issue, String summary) {
    this.issue = issue;
    this.summary = summary;
  }

  /// The number of Go's issue.
  ///
  /// @return the number, if there is one
  public OptionalInt issue() {
    return issue < 0 ? OptionalInt.empty() : OptionalInt.of(issue);
  }

  /// What is wrong.
  ///
  /// @return a sentence without a full stop
  public String summary() {
    return summary;
  }

  /// What is behind the refusal of an event.
  ///
  /// @param format of the trace
  /// @param judge who refused
  /// @param event what was refused
  static Optional<TracerFault> behind(Format format, Judge judge, TraceEvent event) {
    return event.kind() == Kind.GO_START
        ? behind(format, judge, event.subject())
        : Optional.empty();
  }

  /// What is behind events that wait for ever.
  ///
  /// @param format of the trace
  /// @param judge who was told of what could be ordered
  /// @param waiting the reader's words
  static Optional<TracerFault> behind(Format format, Judge judge, String waiting) {
    return WAITS
        .matcher(waiting)
        .results()
        .map((MatchResult result) -> Long.parseUnsignedLong(result.group(1)))
        .flatMap(goroutine -> behind(format, judge, (long) goroutine).stream())
        .findFirst();
  }

  private static Optional<TracerFault> behind(Format format, Judge judge, long goroutine) {
    if (format.family() != Format.Family.GO_BY_PROCESSOR) {
      return Optional.empty();
    }
    int g = judge.individuals.known(goroutine);
    if (g == Cast.NOBODY || !judge.individuals.has(g, Individuals.ANNOUNCED)) {
      return format.minor() <= LAST_UNANNOUNCED
          ? Optional.of(C_THREADS_UNANNOUNCED)
          : Optional.empty();
    }
    boolean isInCall =
        judge.lifecycle.status(g) == GStatus.Gsyscall
            && Individuals.isUnknownThread(judge.lifecycle.thread(g));
    return isInCall && WITHOUT_EXITS.contains(format.minor())
        ? Optional.of(C_THREAD_EXIT_MISSING)
        : Optional.empty();
  }
}

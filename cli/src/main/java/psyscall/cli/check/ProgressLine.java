package psyscall.cli.check;

import java.time.Duration;
import java.util.OptionalLong;
import psyscall.checker.search.Counts;
import psyscall.checker.search.Listener;
import psyscall.checker.search.Progress;
import psyscall.cli.session.Session;

/// Tells on `stderr` how a search gets on, as soon as it takes more than two seconds: one line that
/// is written anew on a terminal, a line every five seconds otherwise.
final class ProgressLine implements Listener, AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(2);
  private static final Duration PAUSE = Duration.ofSeconds(5);

  /// To the start of the line, and what is there is erased.
  private static final String ANEW = "\r\u001b[2K";

  private final Session session;
  private final String name;
  private final OptionalLong expected;
  private Duration next = PATIENCE;
  private boolean isDrawn;

  /// Says nothing yet.
  ///
  /// @param session where it is told
  /// @param name what is searched
  /// @param expected how many states there are in the end, where that is known
  ProgressLine(Session session, String name, OptionalLong expected) {
    this.session = session;
    this.name = name;
    this.expected = expected;
  }

  @Override
  public void progress(Progress progress) {
    session.interruption().note(progress);
    if (progress.elapsed().compareTo(next) < 0) {
      return;
    }
    switch (session.screen()) {
      case TERMINAL -> {
        session.err().print(ANEW + text(progress));
        isDrawn = true;
      }
      case FILE -> {
        session.err().println("psyscall: " + text(progress));
        next = progress.elapsed().plus(PAUSE);
      }
    }
    session.err().flush();
  }

  private String text(Progress progress) {
    Counts counts = progress.counts();
    long millis = Math.max(1, progress.elapsed().toMillis());
    return ("phase=%s check=%s depth=%d states=%d states/s=%d frontier=%d memory=%dMB"
                + " elapsed=%ds")
            .formatted(
                phase(progress.phase()),
                name,
                counts.depth(),
                counts.states(),
                counts.states() * 1000 / millis,
                counts.frontier(),
                progress.usedMemoryBytes() >> 20,
                millis / 1000)
        + remaining(progress, millis);
  }

  /// How long it will take if states are met as fast as until now; the verdicts come on top.
  private String remaining(Progress progress, long millis) {
    long states = progress.counts().states();
    if (expected.isEmpty() || states == 0 || progress.phase() != Progress.Phase.EXPLORING) {
      return "";
    }
    long left = Math.max(0, expected.getAsLong() - states);
    return " remaining=%ds".formatted(Math.round((double) left / states * millis / 1000));
  }

  private static String phase(Progress.Phase phase) {
    return switch (phase) {
      case EXPLORING -> "exploring";
      case JUDGING -> "judging";
    };
  }

  /// Takes the line away.
  @Override
  public void close() {
    if (isDrawn) {
      session.err().print(ANEW);
      session.err().flush();
    }
  }
}

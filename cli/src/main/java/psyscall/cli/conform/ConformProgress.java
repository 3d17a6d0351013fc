package psyscall.cli.conform;

import psyscall.checker.oracle.Oracle;
import psyscall.cli.session.Session;

/// Tells on `stderr` how far a file is judged, as soon as it takes more than two seconds: one line
/// that is written anew on a terminal, a line every five seconds otherwise.
final class ConformProgress implements Oracle.Listener, AutoCloseable {
  private static final long SECOND_NANOS = 1_000_000_000L;
  private static final long PATIENCE_NANOS = 2 * SECOND_NANOS;
  private static final long PAUSE_NANOS = 5 * SECOND_NANOS;

  /// To the start of the line, and what is there is erased.
  private static final String ANEW = "\r\u001b[2K";

  private final Session session;
  private final String name;
  private final long size;
  private final long startNanos;
  private long nextNanos = PATIENCE_NANOS;
  private boolean isDrawn;

  /// Says nothing yet.
  ///
  /// @param session where it is told
  /// @param name of the file
  /// @param size of the file, in bytes
  ConformProgress(Session session, String name, long size) {
    this.session = session;
    this.name = name;
    this.size = size;
    startNanos = session.clockNanos().getAsLong();
  }

  @Override
  public boolean explained(long events, long bytesDone) {
    long elapsed = Math.max(1, session.clockNanos().getAsLong() - startNanos);
    if (elapsed >= nextNanos) {
      tell(text(events, bytesDone, elapsed));
      nextNanos = elapsed + (session.screen() == Session.Screen.TERMINAL ? 0 : PAUSE_NANOS);
    }
    return !session.interruption().isRequested();
  }

  private void tell(String text) {
    switch (session.screen()) {
      case TERMINAL -> {
        session.err().print(ANEW + text);
        isDrawn = true;
      }
      case FILE -> session.err().println("psyscall: " + text);
    }
    session.err().flush();
  }

  private String text(long events, long bytesDone, long elapsed) {
    double seconds = (double) elapsed / SECOND_NANOS;
    String text =
        "phase=judging file=%s events=%d events/s=%d done=%d%% elapsed=%ds"
            .formatted(
                name,
                events,
                Math.round(events / seconds),
                size == 0 ? 100 : 100 * bytesDone / size,
                Math.round(seconds));
    return bytesDone <= 0
        ? text
        : text + " remaining=%ds".formatted(Math.round(seconds * (size - bytesDone) / bytesDone));
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

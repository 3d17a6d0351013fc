package psyscall.cli.run;

import psyscall.cli.session.Session;
import psyscall.model.engine.StepView;
import psyscall.model.run.RunListener;

/// Ends runs when the user asks for it, and tells on `stderr` how they get on, as soon as they take
/// more than two seconds: one line that is written anew on a terminal, a line every five seconds
/// otherwise.
public final class RunProgress implements RunListener, AutoCloseable {
  private static final long SECOND_NANOS = 1_000_000_000L;
  private static final long PATIENCE_NANOS = 2 * SECOND_NANOS;
  private static final long PAUSE_NANOS = 5 * SECOND_NANOS;
  private static final double MILLI = 1e6;

  /// The clock is asked once in so many steps.
  private static final long LOOK_STEPS = 256;

  /// To the start of the line, and what is there is erased.
  private static final String ANEW = "\r\u001b[2K";

  private final Session session;
  private final String program;
  private final int runs;
  private final long startNanos;
  private long nextNanos = PATIENCE_NANOS;
  private boolean isDrawn;
  private int done;
  private long steps;

  /// Says nothing yet.
  ///
  /// @param session where it is told
  /// @param program the name of the program
  /// @param runs how many runs there will be
  public RunProgress(Session session, String program, int runs) {
    this.session = session;
    this.program = program;
    this.runs = runs;
    startNanos = session.clockNanos().getAsLong();
  }

  @Override
  public void stepped(long nanos, StepView step) {
    steps++;
    if (steps % LOOK_STEPS == 0) {
      long elapsed = session.clockNanos().getAsLong() - startNanos;
      if (elapsed >= nextNanos) {
        tell(text(nanos, elapsed));
        nextNanos = elapsed + (session.screen() == Session.Screen.TERMINAL ? 0 : PAUSE_NANOS);
      }
    }
  }

  /// A run ends when the user wants it to.
  @Override
  public boolean hasEnough() {
    return session.interruption().isRequested();
  }

  /// A run is over.
  void ran() {
    done++;
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

  private String text(long nanos, long elapsed) {
    double seconds = Math.max(1, elapsed) / (double) SECOND_NANOS;
    String text =
        "phase=running program=%s run=%d/%d steps=%d steps/s=%d virtual=%dms elapsed=%ds"
            .formatted(
                program,
                Math.min(done + 1, runs),
                runs,
                steps,
                Math.round(steps / seconds),
                Math.round(nanos / MILLI),
                Math.round(seconds));
    return done == 0
        ? text
        : text + " remaining=%ds".formatted(Math.round(seconds * (runs - done) / done));
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

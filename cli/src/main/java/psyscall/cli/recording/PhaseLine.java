package psyscall.cli.recording;

import psyscall.cli.session.Session;

/// Tells on `stderr` what is being done: one line that is written anew on a terminal, a line for
/// each phase otherwise.
final class PhaseLine {
  /// To the start of the line, and what is there is erased.
  private static final String ANEW = "\r\u001b[2K";

  private final Session session;
  private boolean isDrawn;

  /// Says nothing yet.
  ///
  /// @param session where it is told
  PhaseLine(Session session) {
    this.session = session;
  }

  /// Begins a phase.
  ///
  /// @param text such as `phase=building release=1.14.15`
  void begin(String text) {
    switch (session.screen()) {
      case TERMINAL -> {
        session.err().print(ANEW + text);
        isDrawn = true;
      }
      case FILE -> session.err().println("psyscall: " + text);
    }
    session.err().flush();
  }

  /// Takes the line away, so that something else can be printed.
  void clear() {
    if (isDrawn) {
      session.err().print(ANEW);
      session.err().flush();
      isDrawn = false;
    }
  }
}

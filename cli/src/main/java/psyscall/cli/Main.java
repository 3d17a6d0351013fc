package psyscall.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import psyscall.cli.mistake.Failures;
import psyscall.cli.session.ExitCode;
import psyscall.cli.session.Interruption;
import psyscall.cli.session.PipeOutput;
import psyscall.cli.session.Session;
import psyscall.reports.timeline.Ink;
import psyscall.reports.timeline.Look;

/// The process: its streams, its exit code, its end by a signal.
final class Main {
  /// How long a run may take to say what it has covered, after it was asked to end.
  private static final long PATIENCE_MILLIS = 5_000;

  /// Set by the launcher where `stdout` is a terminal that shows colours.
  private static final String COLOURS = "psyscall.colours";

  /// Set by the launcher where `stderr` is a terminal.
  private static final String TERMINAL = "psyscall.terminal";

  private static final Look COLOURED =
      new Look(Look.DEFAULT.glyphs(), Ink.ANSI, Look.DEFAULT.detail());

  private Main() {}

  /// Runs one command line and exits.
  ///
  /// @param args the words after the program's name
  public static void main(String[] args) {
    Interruption interruption = new Interruption();
    Session session =
        new Session(
            Version.number(),
            writer(new PipeOutput(new FileOutputStream(FileDescriptor.out), interruption)),
            writer(new FileOutputStream(FileDescriptor.err)),
            Boolean.getBoolean(TERMINAL) ? Session.Screen.TERMINAL : Session.Screen.FILE,
            Boolean.getBoolean(COLOURS) ? COLOURED : Look.DEFAULT,
            System::nanoTime,
            Runtime.getRuntime().availableProcessors(),
            interruption);
    Runtime.getRuntime().addShutdownHook(new Thread(() -> interrupt(session)));
    int code = run(args, session);
    interruption.end();
    System.exit(code);
  }

  private static PrintWriter writer(OutputStream stream) {
    return new PrintWriter(new OutputStreamWriter(stream, StandardCharsets.UTF_8));
  }

  /// Runs one command line.
  ///
  /// @param args the words after the program's name
  /// @param session where it writes, and who may end it
  /// @return the exit code of the process
  static int run(String[] args, Session session) {
    try {
      int code = Root.commandLine(session).execute(args);
      if (code != ExitCode.ENVIRONMENT.code()) {
        session.flush();
      }
      return code;
    } catch (Throwable thrown) {
      return Failures.report(thrown, List.of(args), session);
    }
  }

  /// What a signal does: the run is asked to end and to say what it has covered. The virtual
  /// machine exits with the signal's code, 130 for Ctrl-C, as soon as this returns.
  private static void interrupt(Session session) {
    Interruption interruption = session.interruption();
    if (interruption.hasEnded()) {
      return;
    }
    interruption.request();
    if (!interruption.awaitEnd(PATIENCE_MILLIS)) {
      String covered =
          interruption.latest().map(progress -> progress.counts().toString()).orElse("nothing");
      session.out().println(ExitCode.INTERRUPTED.meaning() + ": covered " + covered);
      session.out().flush();
    }
  }
}

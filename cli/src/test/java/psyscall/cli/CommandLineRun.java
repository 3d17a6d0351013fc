package psyscall.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.function.LongSupplier;
import psyscall.cli.session.Interruption;
import psyscall.cli.session.Session;
import psyscall.reports.timeline.Look;

/// A command line that was run in this process, and what it said.
///
/// @param code the exit code
/// @param out what it wrote on `stdout`
/// @param err what it wrote on `stderr`
record CommandLineRun(int code, String out, String err) {

  /// Runs a command line.
  ///
  /// @param args the words after `psyscall`
  static CommandLineRun of(String... args) {
    return of(System::nanoTime, new Interruption(), args);
  }

  /// Runs a command line that somebody may end.
  ///
  /// @param clockNanos its clock
  /// @param interruption whether it is to end
  /// @param args the words after `psyscall`
  static CommandLineRun of(LongSupplier clockNanos, Interruption interruption, String... args) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    Session session =
        new Session(
            Version.number(),
            new PrintWriter(out),
            new PrintWriter(err),
            Session.Screen.FILE,
            Look.DEFAULT,
            clockNanos,
            2,
            interruption);
    int code = Main.run(args, session);
    return new CommandLineRun(code, out.toString(), err.toString());
  }

  /// The lines on `stdout`.
  List<String> lines() {
    return out.lines().toList();
  }

  /// The last line on `stdout`.
  String verdict() {
    return lines().getLast();
  }

  /// The lines on `stderr`, without progress.
  List<String> complaint() {
    return err.lines().filter(line -> !line.contains("phase=")).toList();
  }
}

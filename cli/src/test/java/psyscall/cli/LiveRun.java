package psyscall.cli;

import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import psyscall.cli.eventlog.LiveJudge;
import psyscall.cli.session.ExitCode;
import psyscall.cli.session.Interruption;
import psyscall.cli.session.Session;
import psyscall.model.observe.MemoryAllowance;
import psyscall.reports.timeline.Look;

/// A log that was judged line by line, and what was said.
///
/// @param exit how it ended
/// @param lines what was answered
record LiveRun(ExitCode exit, List<String> lines) {
  private static final long MEMORY_BYTES = 1 << 20;

  /// Judges a log.
  static LiveRun of(InputStream in, LiveJudge.Form form, LiveJudge.OnRefusal onRefusal) {
    StringWriter out = new StringWriter();
    ExitCode exit =
        new LiveJudge(session(new PrintWriter(out)), form, onRefusal)
            .judge(in, new MemoryAllowance(MEMORY_BYTES));
    return new LiveRun(exit, out.toString().lines().toList());
  }

  static Session session(PrintWriter out) {
    return new Session(
        Version.number(),
        out,
        new PrintWriter(new StringWriter()),
        Session.Screen.FILE,
        Look.DEFAULT,
        System::nanoTime,
        1,
        new Interruption());
  }
}

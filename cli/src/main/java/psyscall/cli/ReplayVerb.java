package psyscall.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import psyscall.cli.check.Check;
import psyscall.cli.output.RecordedCheck;
import psyscall.cli.output.Words;
import psyscall.cli.session.EnvironmentFailure;
import psyscall.cli.session.ExitCode;
import psyscall.cli.session.Session;
import psyscall.cli.session.UnreadableInput;
import psyscall.model.behavior.World;
import psyscall.model.interpret.Interpreter;
import psyscall.reports.formats.ItfTrace;
import psyscall.reports.formats.RecordedTrace;
import psyscall.reports.formats.TraceFormatException;
import psyscall.reports.formats.TraceOrigin;
import psyscall.reports.formats.TraceReplay;

/// `replay`: executes a recorded trace again and compares every state.
@Command(
    name = "replay",
    description = {
      "Executes an ITF trace step by step in the model and compares every state.",
      "The file names its scenario, its release and its bug; nothing else is needed."
    },
    footer = {
      "examples:",
      "  psyscall check --bug=go10618 --trace=go10618.itf.json",
      "  psyscall replay go10618.itf.json",
      "exit codes: 0 possible, 2 usage, 15 a state or step is not possible,",
      "  150 no trace of this model, 153 the system failed, 255 a mistake of psyscall"
    })
final class ReplayVerb implements Callable<Integer> {
  private final Session session;

  @Parameters(paramLabel = "<file>", description = "a trace that 'check --trace' wrote")
  private Path file = Path.of("");

  /// Makes the verb.
  ///
  /// @param session where it writes
  ReplayVerb(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    try {
      return replay(ItfTrace.read(file)).code();
    } catch (IOException e) {
      throw new UnreadableInput(
          "cannot read the trace: file=" + file + ", " + EnvironmentFailure.reason(e));
    } catch (TraceFormatException e) {
      throw new UnreadableInput("cannot read the trace: file=" + file + ", " + e.getMessage());
    }
  }

  private ExitCode replay(ItfTrace document) throws TraceFormatException {
    TraceOrigin origin = document.origin();
    Check check = new RecordedCheck(file).of(origin);
    Interpreter interpreter =
        new Interpreter(check.specification(), new World(check.scenario().sizes()));
    RecordedTrace trace = document.trace(interpreter.specification(), interpreter.world());
    line("psyscall", session.version() + ", models Go " + origin.release());
    line(
        "trace",
        file.getFileName()
            + ": "
            + Words.count(trace.steps().size(), "step")
            + " of "
            + check.subject());
    line("written by", "psyscall " + origin.version());
    line("shows", origin.verdict());
    session.say("");
    return switch (new TraceReplay(interpreter).replay(trace)) {
      case TraceReplay.Conforms conforms -> {
        session.say(
            "possible: all %s, and every state is the model's"
                .formatted(Words.count(conforms.behavior().length(), "step")));
        yield ExitCode.HOLDS;
      }
      case TraceReplay.Refused refused -> {
        line("accepted", Words.count(refused.accepted().length(), "step"));
        line("allowed", refused.verdict().allowed());
        session.say("");
        session.say(
            "not possible: position=%d, %s"
                .formatted(refused.verdict().event(), refused.verdict().why()));
        yield ExitCode.NOT_CONFORMING;
      }
    };
  }

  private void line(String label, String text) {
    Words.labelled(label, text).forEach(session::say);
  }
}

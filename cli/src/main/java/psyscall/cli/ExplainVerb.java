package psyscall.cli;

import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import psyscall.cli.explain.Explanations;
import psyscall.cli.input.Names;
import psyscall.cli.session.ExitCode;
import psyscall.cli.session.Session;

/// `explain`: one thing at length.
@Command(
    name = "explain",
    description = {
      "Explains a procedure, rule, property, scenario, bug or throw.",
      "What it says, why, where it comes from, and its text."
    },
    footer = {
      "examples:",
      "  psyscall explain ExitSyscallFast",
      "  psyscall explain go10618",
      "exit codes: 0 explained, 2 usage, 153 the system failed, 255 a mistake of psyscall"
    })
final class ExplainVerb implements Callable<Integer> {
  private final Session session;

  @Parameters(
      paramLabel = "<name>",
      description = "a name of a 'list', or a Go procedure, such as exitsyscallfast")
  private String name = "";

  /// Makes the verb.
  ///
  /// @param session where it writes
  ExplainVerb(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    Explanations explanations = Explanations.all();
    List<String> lines = explanations.of(name);
    if (lines.isEmpty()) {
      throw Names.unknown("name", name, explanations.names(), "see 'psyscall list --help'");
    }
    lines.forEach(session::say);
    return ExitCode.HOLDS.code();
  }
}

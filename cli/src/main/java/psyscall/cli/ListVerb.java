package psyscall.cli;

import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import psyscall.cli.catalog.Catalogue;
import psyscall.cli.input.Names;
import psyscall.cli.output.Json;
import psyscall.cli.session.ExitCode;
import psyscall.cli.session.Session;

/// `list`: what there is.
@Command(
    name = "list",
    description = "Lists what can be checked and explained.",
    footer = {
      "examples:",
      "  psyscall list scenarios",
      "  psyscall list rules --json",
      "exit codes: 0 listed, 2 usage, 153 the system failed, 255 a mistake of psyscall"
    })
final class ListVerb implements Callable<Integer> {
  private final Session session;

  @Parameters(paramLabel = "<what>", description = "scenarios, properties, bugs, rules or throws")
  private String what = "";

  @Option(names = "--json", description = "print a JSON array (default: a table)")
  private boolean json;

  /// Makes the verb.
  ///
  /// @param session where it writes
  ListVerb(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    Catalogue catalogue =
        Stream.of(Catalogue.values())
            .filter(each -> word(each).equals(what))
            .findFirst()
            .orElseThrow(
                () ->
                    Names.unknown(
                        "catalogue",
                        what,
                        Stream.of(Catalogue.values()).map(ListVerb::word).toList(),
                        "see 'psyscall list --help'"));
    if (json) {
      session.out().print(Json.text(catalogue.document()));
    } else {
      catalogue.lines().forEach(session::say);
    }
    return ExitCode.HOLDS.code();
  }

  private static String word(Catalogue catalogue) {
    return catalogue.name().toLowerCase(Locale.ROOT);
  }
}

package psyscall.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import psyscall.cli.catalog.Catalogue;
import psyscall.cli.catalog.CitationCheck;
import psyscall.cli.catalog.EventRefusals;
import psyscall.cli.input.Names;
import psyscall.cli.output.Json;
import psyscall.cli.session.ExitCode;
import psyscall.cli.session.Session;
import psyscall.cli.session.UnreadableInput;
import psyscall.cli.session.WrongUsage;
import psyscall.reports.goroot.GoTreeException;
import psyscall.spec.release.Release;

/// `list`: what there is.
@Command(
    name = "list",
    description = "Lists what can be checked and explained.",
    footer = {
      "examples:",
      "  psyscall list scenarios",
      "  psyscall list rules --json",
      "  psyscall list throws --release=1.19.13",
      "  psyscall list syscalls --release=1.19.13",
      "  psyscall list citations --goroot=\"$(go env GOROOT)\"",
      "exit codes: 0 listed, 2 usage, 10 a guard of an event never refuses,",
      "  15 a citation does not resolve, 150 not a Go tree, 153 the system failed,",
      "  255 a mistake of psyscall"
    })
final class ListVerb implements Callable<Integer> {
  private final Session session;

  @Parameters(
      paramLabel = "<what>",
      description = "scenarios, properties, bugs, rules, throws, events, syscalls or citations")
  private String what = "";

  @Option(
      names = "--goroot",
      paramLabel = "<folder>",
      description = "look citations up in this source of Go; lay its calls beside our labels")
  private @Nullable Path goroot;

  @Option(
      names = "--release",
      paramLabel = "<number>",
      description = "of Go: 1.10.8, 1.14.15 or 1.19.13 (default: 1.10.8, or the scenario's)")
  private @Nullable String release;

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
    Optional<Release> asked = Optional.ofNullable(release).map(Names::release);
    if (asked.isPresent() && !catalogue.hasReleases()) {
      throw new WrongUsage(
          "the same of every release: what=%s, release=%s; leave --release out"
              .formatted(what, release));
    }
    Path root = goroot;
    if (root != null) {
      return checked(catalogue, asked.orElse(Release.GO_1_10_8), root).code();
    }
    if (catalogue == Catalogue.EVENTS) {
      EventRefusals refusals = EventRefusals.search();
      print(refusals::lines, refusals::document);
      return refusals.exit().code();
    }
    print(() -> catalogue.lines(asked), () -> catalogue.document(asked));
    return ExitCode.HOLDS.code();
  }

  private ExitCode checked(Catalogue catalogue, Release of, Path root) {
    if (catalogue != Catalogue.CITATIONS) {
      throw new WrongUsage(
          "a Go tree for what: what=%s, goroot=%s; only citations are checked in one"
              .formatted(what, root));
    }
    try {
      CitationCheck check = CitationCheck.of(of, root);
      check.warning().ifPresent(warning -> session.err().println("psyscall: " + warning));
      print(check::lines, check::document);
      return check.exit();
    } catch (GoTreeException e) {
      throw new UnreadableInput(e.text());
    }
  }

  private void print(Supplier<List<String>> lines, Supplier<ArrayNode> document) {
    if (json) {
      session.out().print(Json.text(document.get()));
    } else {
      lines.get().forEach(session::say);
    }
  }

  private static String word(Catalogue catalogue) {
    return catalogue.name().toLowerCase(Locale.ROOT);
  }
}

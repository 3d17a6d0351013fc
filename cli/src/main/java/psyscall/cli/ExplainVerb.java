package psyscall.cli;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import psyscall.cli.explain.Automata;
import psyscall.cli.explain.Explanations;
import psyscall.cli.input.Names;
import psyscall.cli.session.ExitCode;
import psyscall.cli.session.Session;
import psyscall.cli.session.WrongUsage;
import psyscall.reports.automaton.Subject;
import psyscall.spec.release.Release;
import psyscall.spec.scenario.Scenario;

/// `explain`: one thing at length.
@Command(
    name = "explain",
    description = {
      "Explains a procedure, rule, property, scenario, bug or throw.",
      "What it says, why, where it comes from, and its text. G and P stand for the automata of",
      "goroutine and processor: what moves them, where, and how often."
    },
    footer = {
      "examples:",
      "  psyscall explain ExitSyscallFast",
      "  psyscall explain go10618",
      "  psyscall explain P --format=dot",
      "exit codes: 0 explained, 2 usage, 153 the system failed, 255 a mistake of psyscall"
    })
final class ExplainVerb implements Callable<Integer> {
  private final Session session;

  @Parameters(
      paramLabel = "<name>",
      description = "a name of a 'list', or a Go procedure, such as exitsyscallfast")
  private String name = "";

  @Option(
      names = "--format",
      paramLabel = "<name>",
      description = "of G and P: text or dot, for Graphviz (default: text)")
  private @Nullable String format;

  @Option(names = "--json", description = "of G and P: print a JSON object")
  private boolean json;

  @Option(
      names = "--scenario",
      paramLabel = "<name>",
      description = "of G and P: count there how often each fires (default: in small worlds)")
  private @Nullable String scenario;

  @Option(
      names = "--release",
      paramLabel = "<number>",
      description = "of Go: 1.10.8, 1.14.15 or 1.19.13 (default: 1.10.8, or the scenario's)")
  private @Nullable String release;

  /// Makes the verb.
  ///
  /// @param session where it writes
  ExplainVerb(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    lines().forEach(session::say);
    return ExitCode.HOLDS.code();
  }

  private List<String> lines() {
    Optional<Release> asked = Optional.ofNullable(release).map(Names::release);
    Optional<Subject> subject = Subject.named(name);
    if (subject.isPresent()) {
      Optional<Scenario> counted = Optional.ofNullable(scenario).map(Names::scenario);
      return Automata.lines(subject.get(), counted, asked, form());
    }
    if (format != null || json || scenario != null) {
      throw new WrongUsage(
          "only automata have formats and are counted: name=" + name + ", choices=[G, P]");
    }
    Explanations explanations = Explanations.of(asked);
    List<String> lines = explanations.of(name);
    if (lines.isEmpty()) {
      throw Names.unknown(
          "name", name, explanations.names(), "give G, P or a name of 'psyscall list --help'");
    }
    return lines;
  }

  private Automata.Form form() {
    if (json && format != null) {
      throw new WrongUsage("two formats: format=" + format + ", json=true; give one");
    }
    if (json) {
      return Automata.Form.JSON;
    }
    return switch (format == null ? "text" : format) {
      case "text" -> Automata.Form.TEXT;
      case "dot" -> Automata.Form.DOT;
      case String other ->
          throw Names.unknown("format", other, List.of("text", "dot"), "give text or dot");
    };
  }
}

package psyscall.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import psyscall.checker.export.Promela;
import psyscall.checker.export.Unexportable;
import psyscall.cli.check.BugSearches;
import psyscall.cli.check.Check;
import psyscall.cli.check.NamedCheck;
import psyscall.cli.input.Names;
import psyscall.cli.session.ExitCode;
import psyscall.cli.session.Session;
import psyscall.cli.session.WrongUsage;
import psyscall.model.behavior.World;
import psyscall.model.interpret.Interpreter;
import psyscall.spec.property.Properties;
import psyscall.spec.property.Property;
import psyscall.spec.property.RuntimeView;
import psyscall.spec.rule.Specification;
import psyscall.spec.scenario.Scenario;

/// `export`: a scenario in the language of another checker.
@Command(
    name = "export",
    description = {
      "Prints a scenario as Promela, the language of Spin, for a second opinion.",
      "Spin without partial-order reduction stores as many states as 'check' without symmetry."
    },
    footer = {
      "examples:",
      "  psyscall export one-call --properties=off > one-call.pml",
      "  psyscall export --bug=go6070 > go6070.pml",
      "exit codes: 0 exported, 2 usage, or the language cannot say it, 153 the system failed,",
      "  255 a mistake of psyscall"
    })
final class ExportVerb implements Callable<Integer> {
  private static final List<String> FORMATS = List.of("promela");

  private final Session session;

  @Parameters(
      paramLabel = "<scenario>",
      arity = "0..1",
      description = "a name of 'list scenarios'; a bug has its own")
  private @Nullable String scenario;

  @Option(
      names = "--bug",
      paramLabel = "<id>",
      description = "break the protocol; a name of 'list bugs'")
  private @Nullable String bug;

  @Option(
      names = "--bugs",
      paramLabel = "<name>",
      description = "a bug of Go in --release, whose other bugs are repaired")
  private @Nullable String bugs;

  @Option(names = "--repaired", description = "of --bugs: with Go's own repair")
  private boolean repaired;

  @Option(
      names = "--release",
      paramLabel = "<number>",
      description = "of Go: 1.10.8, 1.14.15 or 1.19.13 (default: the scenario's)")
  private @Nullable String release;

  @Option(names = "--format", paramLabel = "<name>", description = "promela (default: promela)")
  private String format = "promela";

  @Option(
      names = "--properties",
      paramLabel = "<use>",
      description = "on or off: what is claimed of single states, asserted (default: on)")
  private String properties = "on";

  /// Makes the verb.
  ///
  /// @param session where it writes
  ExportVerb(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    if (!FORMATS.contains(format)) {
      throw Names.unknown("format", format, FORMATS, "give promela");
    }
    boolean isAsserting =
        switch (properties) {
          case "on" -> true;
          case "off" -> false;
          default ->
              throw Names.unknown(
                  "use of properties", properties, List.of("on", "off"), "give on or off");
        };
    Check check = bugs == null ? named() : cell(bugs);
    List<String> names = exported(check);
    Specification specification = check.world().specification(check.protocol(), names);
    RuntimeView view = new RuntimeView(check.world().state(), specification);
    List<Property> claims =
        isAsserting ? names.stream().map(name -> Properties.of(name, view)).toList() : List.of();
    World world = new World(check.scenario().sizes());
    try {
      Interpreter interpreter = new Interpreter(specification, world);
      session.out().print(Promela.of(interpreter, claims, heading(check)));
    } catch (Unexportable refusal) {
      throw new WrongUsage(
          "cannot be exported: scenario=%s, format=%s; %s"
              .formatted(check.scenario().name(), format, refusal.getMessage()));
    }
    return ExitCode.HOLDS.code();
  }

  private Check named() {
    if (repaired) {
      throw new WrongUsage("repaired of what: give --bugs and --release");
    }
    return new NamedCheck(
            Optional.ofNullable(scenario), Optional.ofNullable(bug), Optional.ofNullable(release))
        .find("an export of what");
  }

  /// A cell of the table of bugs.
  private Check cell(String name) {
    if (scenario != null || bug != null || release == null) {
      throw new WrongUsage(
          "a bug of Go in which release: bugs=%s; give --release, and no scenario or --bug"
              .formatted(name));
    }
    BugSearches searches = BugSearches.of(Names.bugOfGo(name), Names.release(release));
    return (repaired ? searches.held() : searches.telling())
        .orElseThrow(
            () ->
                new WrongUsage(
                    "nothing to export: bugs=%s, release=%s; %s"
                        .formatted(
                            name, release, repaired ? "Go has no repair" : "it is not judged")));
  }

  /// What is asserted and what says why not. The lifecycle is left out unless it alone is asked
  /// for: it would make each state larger, not their number.
  private static List<String> exported(Check check) {
    List<String> names = new ArrayList<>(check.properties());
    if (names.size() > 1) {
      names.remove(Properties.REFINES_LIFECYCLE);
    }
    return names;
  }

  private List<String> heading(Check check) {
    Scenario of = check.scenario();
    List<String> lines = new ArrayList<>();
    String given = bug == null ? of.name() : "--bug=" + bug;
    String subject = bugs == null ? given : "--bugs=" + bugs + (repaired ? " --repaired" : "");
    lines.add(
        "made by: psyscall export --format=%s --properties=%s %s"
                .formatted(format, properties, subject)
            + (release == null ? "" : " --release=" + release));
    if (check.properties().size() > 1) {
      lines.add("left out: refines-lifecycle, which would make each state larger");
    }
    lines.add("scenario: " + of.name() + ", " + of.summary());
    check.bug().ifPresent(broken -> lines.add("bug: " + broken.summary()));
    lines.add(
        "Go %s, %d threads, %d Ps, %d goroutines"
            .formatted(check.release(), of.threads(), of.processors(), of.programs().size()));
    return lines;
  }
}

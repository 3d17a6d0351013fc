package psyscall.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import psyscall.cli.check.Check;
import psyscall.cli.output.CounterexampleText;
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
import psyscall.spec.mutation.Mutation;
import psyscall.spec.mutation.Mutations;
import psyscall.spec.property.Properties;
import psyscall.spec.release.Change;
import psyscall.spec.release.Release;
import psyscall.spec.scenario.Scenario;
import psyscall.spec.scenario.Scenarios;

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
    Check check = check(origin);
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

  /// The scenario, the release, the bug and the repair that the trace names.
  private Check check(TraceOrigin origin) {
    Scenario scenario =
        Scenarios.named(origin.scenario())
            .orElseThrow(() -> another("unknown scenario: name=" + origin.scenario()));
    Release release =
        Release.named(origin.release())
            .orElseThrow(
                () ->
                    another(
                        "unknown release: given=%s, choices=%s"
                            .formatted(
                                origin.release(),
                                Release.all().stream().map(Release::name).toList())));
    Check check =
        origin
            .bug()
            .map(name -> of(bug(name, scenario)))
            .orElseGet(() -> Check.of(scenario))
            .on(changed(release, origin));
    List<String> judging = new ArrayList<>(check.properties());
    judging.remove(Properties.REFINES_LIFECYCLE);
    if (origin.settings().containsKey(CounterexampleText.LIFECYCLE)) {
      judging.add(Properties.REFINES_LIFECYCLE);
    }
    Check judged = check.only(judging);
    return Optional.ofNullable(origin.settings().get(CounterexampleText.REPAIR))
        .map(name -> judged.mending(repaired(name)))
        .orElse(judged);
  }

  /// The release with the changes that the trace names.
  private Release changed(Release release, TraceOrigin origin) {
    Release changed = release;
    String words = origin.settings().getOrDefault(CounterexampleText.CHANGES, "");
    for (String word : words.isEmpty() ? List.<String>of() : List.of(words.split(","))) {
      changed =
          changed.plus(
              Arrays.stream(Change.values())
                  .filter(change -> change.word().equals(word))
                  .findFirst()
                  .orElseThrow(() -> another("unknown change of a release: name=" + word)));
    }
    return changed;
  }

  private static Check of(Mutation bug) {
    return Check.of(bug, bug.world());
  }

  private Mutation repaired(String name) {
    return Mutations.named(name)
        .filter(bug -> bug.repair().isPresent())
        .orElseThrow(() -> another("unknown repair: name=" + name));
  }

  private Mutation bug(String name, Scenario scenario) {
    Mutation bug = Mutations.named(name).orElseThrow(() -> another("unknown bug: name=" + name));
    if (!bug.scenario().equals(scenario.name())) {
      throw another(
          "bug of another scenario: bug=%s, given=%s, wanted=%s"
              .formatted(name, scenario.name(), bug.scenario()));
    }
    return bug;
  }

  private UnreadableInput another(String what) {
    return new UnreadableInput("trace of something else: file=" + file + ", " + what);
  }

  private void line(String label, String text) {
    Words.labelled(label, text).forEach(session::say);
  }
}

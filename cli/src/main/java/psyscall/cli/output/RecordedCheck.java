package psyscall.cli.output;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import psyscall.cli.check.Check;
import psyscall.cli.session.UnreadableInput;
import psyscall.reports.formats.TraceOrigin;
import psyscall.spec.mutation.Mutation;
import psyscall.spec.mutation.Mutations;
import psyscall.spec.property.Properties;
import psyscall.spec.release.Change;
import psyscall.spec.release.Release;
import psyscall.spec.scenario.Scenario;
import psyscall.spec.scenario.Scenarios;

/// What was searched when a trace was written.
///
/// @param file the trace, for messages
public record RecordedCheck(Path file) {

  /// The scenario, the release, the bug and the repair that the trace names.
  ///
  /// @param origin what it says of itself
  /// @return the search that found it
  /// @throws UnreadableInput if there is no such
  public Check of(TraceOrigin origin) {
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
}

package psyscall.cli.explain;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import psyscall.cli.catalog.WholeProtocol;
import psyscall.reports.automaton.Subject;
import psyscall.spec.bug.Bugs;
import psyscall.spec.lifecycle.Lifecycle;
import psyscall.spec.mutation.Mutations;
import psyscall.spec.process.Arm;
import psyscall.spec.process.LabelText;
import psyscall.spec.process.ProcedureText;
import psyscall.spec.property.Property;
import psyscall.spec.release.Release;
import psyscall.spec.scenario.Scenario;
import psyscall.spec.scenario.Scenarios;
import psyscall.spec.state.LifecycleState;

/// Everything that can be explained, by name.
public final class Explanations {
  private final List<Explanation> all;

  private Explanations(List<Explanation> all) {
    this.all = all;
  }

  /// All things of the catalogues, each of its own release.
  ///
  /// @return their explanations, each made only if it is asked for
  public static Explanations all() {
    return of(Optional.empty());
  }

  /// All things of the catalogues.
  ///
  /// @param asked the release; each thing's own, or else 1.10.8, if none is asked for
  /// @return their explanations, each made only if it is asked for
  public static Explanations of(Optional<Release> asked) {
    Release release = asked.orElse(Release.GO_1_10_8);
    WholeProtocol whole = WholeProtocol.build(release);
    List<Explanation> all = new ArrayList<>();
    Scenarios.all()
        .forEach(
            each ->
                all.add(Explanation.of(each.name(), () -> ScenarioPage.lines(on(each, asked)))));
    Mutations.all()
        .forEach(each -> all.add(Explanation.of(each.name(), () -> BugPage.lines(each, asked))));
    Bugs.all().stream()
        .filter(each -> Mutations.named(each.name()).isEmpty())
        .forEach(each -> all.add(Explanation.of(each.name(), () -> GoBugPage.lines(each))));
    for (Property each : whole.properties()) {
      all.add(Explanation.of(each.name(), () -> PropertyPage.lines(each)));
    }
    ThrowPage.all(release).forEach(all::add);
    for (Subject each : Subject.values()) {
      all.add(
          Explanation.of(
              each.name(),
              () -> Automata.lines(each, Optional.empty(), asked, Automata.Form.TEXT)));
    }
    all.addAll(procedures(whole));
    return new Explanations(all);
  }

  private static Scenario on(Scenario scenario, Optional<Release> asked) {
    return asked.map(scenario::on).orElse(scenario);
  }

  private static List<Explanation> procedures(WholeProtocol whole) {
    List<Explanation> all = new ArrayList<>();
    // The runtime calls a form of these rules that only tells; the guards are what is of interest.
    Map<String, ProcedureText> events = new TreeMap<>();
    new Lifecycle(new LifecycleState(whole.release()))
        .rules()
        .forEach(rule -> events.put(rule.name(), rule.text()));
    events
        .values()
        .forEach(each -> all.add(Explanation.of(each.name(), () -> ProcedurePage.lines(each))));
    for (ProcedureText each : whole.protocol().procedures().values()) {
      if (events.containsKey(each.name())) {
        continue;
      }
      all.add(
          new Explanation(each.name(), each.source().function(), () -> ProcedurePage.lines(each)));
      for (LabelText label : each.labels()) {
        for (Arm arm : label.arms()) {
          String name = each.name() + "." + arm.name();
          all.add(Explanation.of(name, () -> RulePage.lines(each, arm)));
        }
      }
    }
    return all;
  }

  /// What a name stands for.
  ///
  /// @param name a name, in whatever case
  /// @return the explanations one after the other; none if nothing has that name
  public List<String> of(String name) {
    List<String> lines = new ArrayList<>();
    all.stream()
        .filter(each -> each.answers(name))
        .forEach(
            each -> {
              if (!lines.isEmpty()) {
                lines.add("");
              }
              lines.addAll(each.text().get());
            });
    return lines;
  }

  /// All names.
  ///
  /// @return each once, whatever the case; those of Go too
  public List<String> names() {
    Map<String, String> names = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    for (Explanation each : all) {
      names.putIfAbsent(each.name(), each.name());
      names.putIfAbsent(each.alias(), each.alias());
    }
    return List.copyOf(names.values());
  }
}

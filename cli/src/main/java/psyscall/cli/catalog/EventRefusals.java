package psyscall.cli.catalog;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import psyscall.checker.search.Exploration;
import psyscall.checker.search.Search;
import psyscall.checker.search.SearchOptions;
import psyscall.checker.search.Supervision;
import psyscall.cli.output.Json;
import psyscall.cli.output.Table;
import psyscall.cli.output.Words;
import psyscall.cli.session.ExitCode;
import psyscall.model.behavior.World;
import psyscall.model.interpret.Interpreter;
import psyscall.spec.lifecycle.EventRule;
import psyscall.spec.lifecycle.Lifecycle;
import psyscall.spec.lifecycle.Refusals;
import psyscall.spec.property.Property;
import psyscall.spec.rule.Flattening;
import psyscall.spec.runtime.GoRuntime;
import psyscall.spec.scenario.Scenario;
import psyscall.spec.scenario.Scenarios;
import psyscall.spec.state.LifecycleState;
import psyscall.spec.state.RuntimeState;
import psyscall.spec.term.Sort;
import psyscall.spec.verdict.Verdict;

/// The events of the lifecycle with their guards, and for each guard a scenario in which it is the
/// one that refuses an instance of the event.
///
/// @param events the rules of the events, in the order of their declaration
/// @param scenarios by the name of a guard's ending the scenario with a reachable state in which
///   the guards before it hold and it does not
public record EventRefusals(List<EventRule> events, Map<String, String> scenarios) {
  /// These are asked first: together they have found every guard that any scenario finds.
  private static final List<String> FIRST =
      List.of("stop-first", "many-threads", "two-safe-points");

  /// Other scenarios are asked up to this size of their quotient by symmetry.
  private static final long STATES_MAX = 5_000;

  /// Copies the collections.
  public EventRefusals {
    events = List.copyOf(events);
    scenarios = Map.copyOf(scenarios);
  }

  /// Explores small scenarios until each guard has refused something.
  ///
  /// @return what was found
  public static EventRefusals search() {
    Map<String, String> found = new LinkedHashMap<>();
    List<Scenario> first = FIRST.stream().flatMap(name -> Scenarios.named(name).stream()).toList();
    List<List<String>> seen =
        first.parallelStream().map(scenario -> refused(scenario, Set.of())).toList();
    for (int at = 0; at < seen.size(); at++) {
      note(seen.get(at), first.get(at), found);
    }
    List<EventRule> events = new Lifecycle(new LifecycleState()).rules();
    long guards = events.stream().mapToLong(event -> guards(event).size()).sum();
    for (Scenario scenario : others()) {
      if (found.size() == guards) {
        break;
      }
      note(refused(scenario, found.keySet()), scenario, found);
    }
    return new EventRefusals(events, found);
  }

  private static void note(List<String> names, Scenario scenario, Map<String, String> found) {
    names.forEach(name -> found.putIfAbsent(name, scenario.name()));
  }

  private static List<Scenario> others() {
    return Scenarios.all().stream()
        .filter(scenario -> !FIRST.contains(scenario.name()))
        .filter(scenario -> states(scenario) <= STATES_MAX)
        .sorted(Comparator.comparingLong(EventRefusals::states))
        .toList();
  }

  private static long states(Scenario scenario) {
    return scenario.pinned().symmetric().map(Scenario.Counts::states).orElse(Long.MAX_VALUE);
  }

  /// The guards that refuse something in a scenario, but for those that are known.
  private static List<String> refused(Scenario scenario, Set<String> known) {
    RuntimeState state = scenario.state();
    List<Property> wanted = new ArrayList<>();
    for (EventRule event : new Lifecycle(state.lifecycle).rules()) {
      for (Refusals.Guard guard : Refusals.of(event, GoRuntime.mirrors(state))) {
        if (!known.contains(guard.ending().name())) {
          Property.About about =
              new Property.About(
                  guard.ending().name(), guard.ending().text(), "", event.text().source());
          wanted.add(new Property.Sometimes(about, guard.condition()));
        }
      }
    }
    Interpreter interpreter =
        new Interpreter(Flattening.of(scenario.protocol()), new World(scenario.sizes()));
    SearchOptions options = SearchOptions.WHOLE_GRAPH.symmetry(SearchOptions.Symmetry.AUTO);
    Exploration exploration =
        Search.explore(interpreter, wanted, options, Supervision.of(System::nanoTime));
    return exploration.findings().stream()
        .filter(finding -> finding.verdict() instanceof Verdict.Holds<?>)
        .map(finding -> finding.property().name())
        .toList();
  }

  private static List<Refusals.Guard> guards(EventRule event) {
    return Refusals.of(event, Map.of());
  }

  private Stream<Refusals.Guard> never() {
    return events.stream()
        .flatMap(event -> guards(event).stream())
        .filter(guard -> !scenarios.containsKey(guard.ending().name()));
  }

  /// How the process ends.
  ///
  /// @return that a guard says nothing, or that each refuses something
  public ExitCode exit() {
    return never().findAny().isPresent() ? ExitCode.VACUOUS : ExitCode.HOLDS;
  }

  /// A table, and a line that tells what came of the search.
  ///
  /// @return lines of at most 100 columns
  public List<String> lines() {
    Table table = new Table("event", "first refuses in", "guard");
    for (EventRule event : events) {
      String name = event.name() + "(" + String.join(", ", parameters(event)) + ")";
      for (Refusals.Guard guard : guards(event)) {
        Optional<String> scenario = Optional.ofNullable(scenarios.get(guard.ending().name()));
        table.row(name, scenario.orElse("never"), claim(guard));
        name = "";
      }
    }
    List<String> lines = new ArrayList<>(table.lines());
    lines.add("");
    lines.addAll(Words.wrapped(verdict(), 100));
    return lines;
  }

  private String verdict() {
    long guards = events.stream().mapToLong(event -> guards(event).size()).sum();
    String all = Words.count(guards, "guard") + " of " + Words.count(events.size(), "event");
    String never =
        never()
            .map(guard -> guard.event().name() + ": " + claim(guard))
            .collect(Collectors.joining("; "));
    return never.isEmpty()
        ? "holds: each of %s refuses in some reachable state".formatted(all)
        : "vacuous: of %s these are never the first to refuse: %s".formatted(all, never);
  }

  private static List<String> parameters(EventRule event) {
    return event.event().parameters().stream().map(Sort.Field::name).toList();
  }

  /// What a guard asks for, out of what its refusal says.
  private static String claim(Refusals.Guard guard) {
    String text = guard.ending().text();
    return text.substring(text.indexOf(": ") + 2);
  }

  /// For programs.
  ///
  /// @return an array with an object for each event
  public ArrayNode document() {
    ArrayNode array = Json.array();
    for (EventRule event : events) {
      ObjectNode json = array.addObject().put("name", event.name());
      json.set("parameters", Json.texts(parameters(event)));
      json.put("summary", event.text().summary()).put("source", event.text().source().toString());
      ArrayNode guards = json.putArray("guards");
      for (Refusals.Guard guard : guards(event)) {
        guards
            .addObject()
            .put("ending", guard.ending().name())
            .put("text", guard.ending().text())
            .put("scenario", scenarios.get(guard.ending().name()));
      }
    }
    return array;
  }
}

package psyscall.cli.check;

import java.util.List;
import java.util.Optional;
import psyscall.checker.search.SearchOptions.Until;
import psyscall.cli.session.WrongUsage;
import psyscall.spec.mutation.Mutation;
import psyscall.spec.process.Protocol;
import psyscall.spec.property.Properties;
import psyscall.spec.release.Change;
import psyscall.spec.release.Release;
import psyscall.spec.rule.Specification;
import psyscall.spec.scenario.Scenario;
import psyscall.spec.term.IllFormed;

/// One search that is asked for.
///
/// @param scenario the world, in the release that is searched
/// @param declared the release for which the scenario is declared
/// @param bug what is looked for: a change that breaks the protocol, or a bug that it has as it is
/// @param mended a bug that the release has and that is repaired first
/// @param properties the names of the properties that are judged, in order
/// @param until what ends the search
public record Check(
    Scenario scenario,
    Release declared,
    Optional<Mutation> bug,
    Optional<Mutation> mended,
    List<String> properties,
    Until until) {
  /// Copies the names.
  public Check {
    properties = List.copyOf(properties);
  }

  /// A scenario as it is declared: the whole graph, all its properties.
  ///
  /// @param scenario the world
  /// @return the search
  public static Check of(Scenario scenario) {
    return new Check(
        scenario,
        scenario.release(),
        Optional.empty(),
        Optional.empty(),
        scenario.properties(),
        Until.WHOLE_GRAPH);
  }

  /// A bug in its scenario, and the property that it breaks, up to the first violation.
  ///
  /// @param bug what is broken
  /// @param scenario the scenario that it names
  /// @return the search
  public static Check of(Mutation bug, Scenario scenario) {
    return new Check(
        scenario,
        scenario.release(),
        Optional.of(bug),
        Optional.empty(),
        List.of(bug.property()),
        Until.FIRST_VIOLATION);
  }

  /// The same world with other properties, up to the first violation.
  ///
  /// @param names the properties; if there are none, the search is as it was
  /// @return the changed search
  public Check only(List<String> names) {
    return names.isEmpty()
        ? this
        : new Check(scenario, declared, bug, mended, names, Until.FIRST_VIOLATION);
  }

  /// The same search with a bug of the release repaired first.
  ///
  /// @param repaired a bug that has a repair
  /// @return the changed search
  public Check mending(Mutation repaired) {
    return new Check(scenario, declared, bug, Optional.of(repaired), properties, until);
  }

  /// The same search in another release: nothing is pinned or expected there.
  ///
  /// @param release a release of Go
  /// @return the changed search; an equal one where the scenario is declared for that release
  /// @throws WrongUsage if that release has not what the bug changes
  public Check on(Release release) {
    Check moved = new Check(scenario.on(release), declared, bug, mended, properties, until);
    try {
      moved.protocol();
    } catch (IllFormed e) {
      throw new WrongUsage(
          "another text is changed: check=%s, release=%s, %s; leave --release out"
              .formatted(name(), moved.release(), e.getMessage()));
    }
    return moved;
  }

  /// The search for a violation with Go's own order of queues, up to the first.
  ///
  /// @param property the name of the property
  /// @return one search for each order in which goroutines can wait at the start; empty where
  ///   queues are in Go's order already
  List<Check> inGosOrder(String property) {
    return scenario.inGosOrder().stream()
        .map(
            ordered ->
                new Check(ordered, declared, bug, mended, List.of(property), Until.FIRST_VIOLATION))
        .toList();
  }

  /// Whether it is of another release than the one for which the scenario is declared.
  ///
  /// @return whether nothing is pinned or expected therefore
  public boolean isElsewhere() {
    return !scenario.release().equals(declared);
  }

  /// What is searched, in a word.
  ///
  /// @return the bug's name, or else the scenario's
  public String name() {
    return bug.map(Mutation::name).orElseGet(scenario::name);
  }

  /// What is searched, in words, with the release where that is not the one of the scenario.
  ///
  /// @return such as `go10618 in two-by-two` or `two-wakers on Go 1.19.13`
  public String subject() {
    return what() + (isElsewhere() ? " on Go " + release() : "");
  }

  /// The release that is searched, in words.
  ///
  /// @return its number, with the changes of later ones that were brought to it
  public String release() {
    List<String> words = brought().stream().map(Change::word).toList();
    return scenario.release().name() + (words.isEmpty() ? "" : " with " + String.join(", ", words));
  }

  /// The changes of later releases that were brought to the one that is searched: the repairs of
  /// its other bugs.
  ///
  /// @return in the order of their declaration; none for a release as it is
  public List<Change> brought() {
    Release searched = scenario.release();
    return Release.named(searched.name()).stream()
        .flatMap(plain -> searched.changes().stream().filter(change -> !plain.has(change)))
        .toList();
  }

  /// What is searched, in words, without the release.
  ///
  /// @return such as `go10618 in two-by-two`
  public String what() {
    return bug.map(mutation -> mutation.name() + " in ").orElse("")
        + scenario.name()
        + mended.map(mutation -> " with " + mutation.name() + " repaired").orElse("");
  }

  /// Whether a violation of a property is known.
  ///
  /// @param property its name
  /// @return whether the scenario lists it, or the bug breaks it, and nothing mends it; of another
  ///   release nothing is known
  public boolean isExpected(String property) {
    boolean known =
        bug.map(mutation -> mutation.property().equals(property))
            .orElseGet(() -> scenario.expected().contains(property));
    return known
        && !isElsewhere()
        && mended.stream().noneMatch(mutation -> mutation.mends(scenario, property));
  }

  /// Whether steps are checked against the lifecycle.
  ///
  /// @return whether the properties say so
  public boolean isRefinementChecked() {
    return properties.contains(Properties.REFINES_LIFECYCLE);
  }

  /// The rules that are searched.
  ///
  /// @return the specification of [#protocol], ready for the properties
  public Specification specification() {
    return world().specification(protocol(), properties);
  }

  /// The world that is searched.
  ///
  /// @return the scenario, in its release with what mends the bug that is repaired
  public Scenario world() {
    return mended.flatMap(Mutation::repair).map(repair -> repair.mended(scenario)).orElse(scenario);
  }

  /// The protocol that is searched.
  ///
  /// @return the scenario's, mended and then changed by the bug
  public Protocol protocol() {
    Protocol whole = world().protocol();
    return bug.map(mutation -> mutation.edit().apply(whole)).orElse(whole);
  }
}

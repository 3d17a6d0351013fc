package psyscall.checker.search;

import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.TreeMap;
import psyscall.checker.judge.Finding;
import psyscall.model.behavior.Behavior;
import psyscall.spec.property.Property;
import psyscall.spec.verdict.Verdict;

/// What a search found. Two searches of one specification find equal ones.
///
/// @param counts how much was explored
/// @param cut why it ended before all was explored; empty if all was
/// @param quietStates how many states are quiet; known if all was explored and a property is judged
///   on the graph
/// @param coverage how many transitions each rule made, by its name; a rule that never fired has 0
/// @param findings one for each property, in the order in which they were asked for
/// @param usage what it took; empty of a search that does not measure it
public record Exploration(
    Counts counts,
    Optional<Cut> cut,
    OptionalLong quietStates,
    SortedMap<String, Long> coverage,
    List<Finding> findings,
    Optional<Usage> usage) {
  /// Copies the collections.
  public Exploration {
    coverage = Collections.unmodifiableSortedMap(new TreeMap<>(coverage));
    findings = List.copyOf(findings);
  }

  /// Whether all reachable states were explored.
  ///
  /// @return whether nothing cut the search
  public boolean isComplete() {
    return cut.isEmpty();
  }

  /// The rules that never fired.
  ///
  /// @return their names, sorted
  public List<String> neverFired() {
    return coverage.entrySet().stream()
        .filter(rule -> rule.getValue() == 0)
        .map(Map.Entry::getKey)
        .toList();
  }

  /// What was found out about a property.
  ///
  /// @param property its name
  /// @return the finding
  /// @throws IllegalArgumentException if it was not asked for
  public Finding finding(String property) {
    return findings.stream()
        .filter(finding -> finding.property().name().equals(property))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("unknown property: name=" + property));
  }

  /// The gravest verdict, the first of equally grave ones: violated safety, deadlock, a violated
  /// `possible`, vacuous, inconclusive, holds. Without any property it is vacuous.
  ///
  /// A witness that this one specification does not reach is vacuous here; whether that is a fault
  /// is judged over all scenarios, by whoever knows them.
  ///
  /// @return one verdict for all
  public Verdict<Behavior> verdict() {
    return findings.stream()
        .min(Comparator.comparingInt(Exploration::rank))
        .map(Finding::verdict)
        .orElseGet(() -> new Verdict.Vacuous<>("no property was asked for"));
  }

  private static int rank(Finding finding) {
    return switch (finding.verdict()) {
      case Verdict.Violated<Behavior> _ -> finding.property() instanceof Property.Possible ? 2 : 0;
      case Verdict.Deadlock<Behavior> _ -> 1;
      case Verdict.NotConforming<Behavior> _ -> 3;
      case Verdict.Vacuous<Behavior> _ -> 4;
      case Verdict.Inconclusive<Behavior> _ -> 5;
      case Verdict.Holds<Behavior> _ -> 6;
    };
  }
}

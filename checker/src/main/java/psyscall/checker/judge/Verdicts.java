package psyscall.checker.judge;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.function.Supplier;
import psyscall.checker.graph.Crew;
import psyscall.checker.graph.ImplicitGraph;
import psyscall.checker.graph.Trails;
import psyscall.checker.graph.Unfinished;
import psyscall.checker.judge.Ruling.Refuted;
import psyscall.checker.judge.Ruling.Settled;
import psyscall.checker.problem.Explored;
import psyscall.checker.problem.Explored.Order;
import psyscall.checker.problem.Explored.Sighting;
import psyscall.checker.problem.Problem;
import psyscall.model.behavior.Behavior;
import psyscall.spec.property.Property;
import psyscall.spec.verdict.Verdict;

/// Makes verdicts of what a search left behind.
///
/// First each property is ruled on: by what was seen while steps were taken, or by a pass over the
/// graph if all of it was explored. Then the ways to all states that speak against a property are
/// looked for together, and replayed in the interpreter.
public final class Verdicts {
  private final Problem problem;
  private final Explored explored;
  private final ImplicitGraph graph;
  private final Allowance allowance;

  private Verdicts(Problem problem, Explored explored, Allowance allowance) {
    this.problem = problem;
    this.explored = explored;
    this.graph = ImplicitGraph.of(problem, explored);
    this.allowance = allowance;
  }

  /// Judges all properties of a search.
  ///
  /// @param problem what was searched
  /// @param explored what the search left behind
  /// @param allowance what this may cost
  /// @return what was found out
  /// @throws psyscall.model.interpret.ModelError if the specification makes a mistake
  @SuppressWarnings("exports") // called by the search, which is in this module
  public static Judgement of(Problem problem, Explored explored, Allowance allowance) {
    return new Verdicts(problem, explored, allowance).judgement();
  }

  private Judgement judgement() {
    List<Ruling> rulings = new ArrayList<>();
    OptionalLong quietStates = OptionalLong.empty();
    if (isComplete()) {
      try (Crew crew = new Crew(allowance.threads(), allowance.passes())) {
        GraphRulings passes = GraphRulings.of(graph, explored, crew, allowance.budget());
        quietStates = passes.quietStates();
        rule(passes.rulings(), rulings);
      }
    } else {
      rule(Collections.emptySortedMap(), rulings);
    }
    return new Judgement(findings(rulings), quietStates);
  }

  /// Whether every state was expanded, so that questions about paths have an answer.
  private boolean isComplete() {
    return explored.cut().isEmpty()
        && switch (explored.order()) {
          case Order.ByLevel _, Order.ByParent _ -> true;
          case Order.OnWalks _ -> false;
        };
  }

  private void rule(SortedMap<Integer, Ruling> ofGraph, List<Ruling> rulings) {
    SightRulings sights = new SightRulings(explored);
    for (int at = 0; at < problem.properties().size(); at++) {
      Sighting sighting = explored.sightings().get(at);
      Ruling ruling =
          switch (problem.properties().get(at)) {
            case Property.Always _ -> sights.always(sighting);
            case Property.OnStep _ -> sights.onStep(sighting);
            case Property.Sometimes property -> sights.sometimes(property, sighting);
            case Property.Quiet _, Property.Possible _ ->
                ofGraph.getOrDefault(at, sights.ofGraph(sighting, 0));
            case Property.DeadlockFree _ ->
                ofGraph.getOrDefault(at, sights.ofGraph(sighting, explored.expanded()));
          };
      rulings.add(ruling);
    }
  }

  private List<Finding> findings(List<Ruling> rulings) {
    List<Integer> wanted =
        rulings.stream()
            .filter(Refuted.class::isInstance)
            .map(Refuted.class::cast)
            .filter(refuted -> refuted.walk().isEmpty())
            .map(Refuted::state)
            .distinct()
            .toList();
    Optional<String> known = allowance.trails().get();
    Supplier<Optional<String>> stop =
        () -> allowance.trails().get().filter(why -> !known.equals(Optional.of(why)));
    try (Crew crew = new Crew(allowance.threads(), stop)) {
      Trails trails = Trails.of(graph, explored.order(), wanted, crew);
      return findings(rulings, new Counterexamples(problem, explored, trails));
    } catch (Unfinished e) {
      return findings(rulings, e);
    }
  }

  private List<Finding> findings(List<Ruling> rulings, Counterexamples counterexamples) {
    List<Finding> findings = new ArrayList<>();
    for (int at = 0; at < rulings.size(); at++) {
      Property property = problem.properties().get(at);
      Verdict<Behavior> verdict =
          switch (rulings.get(at)) {
            case Settled settled -> settled.verdict();
            case Refuted refuted -> counterexamples.verdict(property, refuted);
          };
      findings.add(new Finding(property, verdict, rulings.get(at).examined()));
    }
    return findings;
  }

  /// Without the ways, a violation cannot be shown.
  private List<Finding> findings(List<Ruling> rulings, Unfinished why) {
    List<Finding> findings = new ArrayList<>();
    for (int at = 0; at < rulings.size(); at++) {
      Verdict<Behavior> verdict =
          switch (rulings.get(at)) {
            case Settled settled -> settled.verdict();
            case Refuted _ ->
                new Verdict.Inconclusive<>("violated, and the way there not found: " + why.text());
          };
      findings.add(new Finding(problem.properties().get(at), verdict, rulings.get(at).examined()));
    }
    return findings;
  }
}

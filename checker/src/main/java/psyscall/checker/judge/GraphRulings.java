package psyscall.checker.judge;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.TreeMap;
import psyscall.checker.graph.Crew;
import psyscall.checker.graph.ImplicitGraph;
import psyscall.checker.graph.PossiblePass;
import psyscall.checker.graph.QuietPass;
import psyscall.checker.graph.Unfinished;
import psyscall.checker.judge.Ruling.Refuted;
import psyscall.checker.judge.Ruling.Settled;
import psyscall.checker.problem.Conditions;
import psyscall.checker.problem.Explored;
import psyscall.checker.store.MemoryBudget;
import psyscall.spec.property.Property;
import psyscall.spec.verdict.Extent;
import psyscall.spec.verdict.Verdict;

/// Rules on the properties that are judged on the graph, after all of it was explored.
///
/// A pass that does not come to its end leaves its properties inconclusive.
final class GraphRulings {
  private final ImplicitGraph graph;
  private final Explored explored;
  private final Crew crew;
  private final MemoryBudget budget;
  private final List<Property> properties;
  private final Conditions conditions;
  private final SortedMap<Integer, Ruling> rulings = new TreeMap<>();
  private OptionalLong quietStates = OptionalLong.empty();

  private GraphRulings(ImplicitGraph graph, Explored explored, Crew crew, MemoryBudget budget) {
    this.graph = graph;
    this.explored = explored;
    this.crew = crew;
    this.budget = budget;
    this.properties = graph.problem().properties();
    this.conditions = graph.problem().conditions();
  }

  /// Runs the passes.
  ///
  /// @param graph the explored graph, all of it
  /// @param explored what the search left behind
  /// @param crew who computes
  /// @param budget what memory is asked from
  /// @return rulings on all properties of the graph; without any, no pass is run
  static GraphRulings of(ImplicitGraph graph, Explored explored, Crew crew, MemoryBudget budget) {
    GraphRulings rulings = new GraphRulings(graph, explored, crew, budget);
    if (rulings.properties.stream().anyMatch(GraphRulings::readsGraph)) {
      rulings.ruleOnQuiet();
      rulings.ruleOnPossible();
    }
    return rulings;
  }

  /// Whether a property is judged on the graph.
  ///
  /// @param property any
  static boolean readsGraph(Property property) {
    return switch (property) {
      case Property.Quiet _, Property.Possible _, Property.DeadlockFree _ -> true;
      case Property.Always _, Property.OnStep _, Property.Sometimes _ -> false;
    };
  }

  /// The rulings by the position of the property.
  SortedMap<Integer, Ruling> rulings() {
    return rulings;
  }

  /// How many states are quiet, if that became known.
  OptionalLong quietStates() {
    return quietStates;
  }

  private void ruleOnQuiet() {
    List<Integer> places = new ArrayList<>();
    List<QuietPass.Question> questions = new ArrayList<>();
    for (int at = 0; at < properties.size(); at++) {
      int condition = conditions.place(at);
      switch (properties.get(at)) {
        case Property.Quiet _ -> {
          places.add(at);
          questions.add(new QuietPass.Question.Holds(condition));
        }
        case Property.DeadlockFree _ -> {
          places.add(at);
          questions.add(new QuietPass.Question.GoesOn(condition));
        }
        case Property.Always _, Property.OnStep _, Property.Sometimes _, Property.Possible _ -> {}
      }
    }
    try (QuietPass quiet = QuietPass.of(graph, explored.candidates(), crew, budget)) {
      List<OptionalInt> failing = quiet.failing(questions, crew);
      quietStates = OptionalLong.of(quiet.count());
      for (int i = 0; i < places.size(); i++) {
        rulings.put(places.get(i), onQuiet(properties.get(places.get(i)), failing.get(i)));
      }
    } catch (Unfinished e) {
      places.forEach(at -> rulings.put(at, inconclusive(properties.get(at), e)));
    }
  }

  private Ruling onQuiet(Property property, OptionalInt failing) {
    long examined = examined(property);
    if (failing.isPresent()) {
      return new Refuted(failing.getAsInt(), List.of(), examined);
    }
    return new Settled(
        examined == 0 && property instanceof Property.Quiet
            ? new Verdict.Vacuous<>("no state is quiet")
            : new Verdict.Holds<>(Extent.EXHAUSTIVE),
        examined);
  }

  private void ruleOnPossible() {
    List<Integer> places = new ArrayList<>();
    List<PossiblePass.Question> questions = new ArrayList<>();
    for (int at = 0; at < properties.size(); at++) {
      if (properties.get(at) instanceof Property.Possible) {
        places.add(at);
        int condition = conditions.place(at);
        questions.add(new PossiblePass.Question(condition, condition + 1));
      }
    }
    if (places.isEmpty()) {
      return;
    }
    try {
      List<PossiblePass.Answer> answers = PossiblePass.of(graph, questions, crew, budget).answers();
      for (int i = 0; i < places.size(); i++) {
        rulings.put(places.get(i), onPossible(properties.get(places.get(i)), answers.get(i)));
      }
    } catch (Unfinished e) {
      places.forEach(at -> rulings.put(at, inconclusive(properties.get(at), e)));
    }
  }

  private static Ruling onPossible(Property property, PossiblePass.Answer answer) {
    if (answer.lost().isPresent()) {
      return new Refuted(answer.lost().getAsInt(), List.of(), answer.starts());
    }
    return new Settled(
        answer.starts() == 0
            ? new Verdict.Vacuous<>("no state to start from: property=" + property.name())
            : new Verdict.Holds<>(Extent.EXHAUSTIVE),
        answer.starts());
  }

  private Ruling inconclusive(Property property, Unfinished why) {
    return new Settled(new Verdict.Inconclusive<>(why.text()), examined(property));
  }

  /// How many states a claim was judged at, unless that is for its pass to say.
  private long examined(Property property) {
    return switch (property) {
      case Property.DeadlockFree _ -> explored.expanded();
      case Property.Quiet _ -> quietStates.orElse(0);
      case Property.Possible _, Property.Always _, Property.OnStep _, Property.Sometimes _ -> 0;
    };
  }
}

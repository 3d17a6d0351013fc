package psyscall.checker.plain;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import psyscall.checker.judge.Finding;
import psyscall.checker.plain.graph.Classification;
import psyscall.checker.plain.graph.QuietStates;
import psyscall.checker.plain.graph.StateGraph;
import psyscall.checker.plain.judge.Evidence;
import psyscall.checker.plain.judge.Explored;
import psyscall.checker.plain.judge.Judge;
import psyscall.checker.plain.judge.Trails;
import psyscall.checker.search.Counts;
import psyscall.checker.search.Cut;
import psyscall.checker.search.Exploration;
import psyscall.checker.search.SearchOptions;
import psyscall.checker.search.Supervision;
import psyscall.model.behavior.State;
import psyscall.model.behavior.Transition;
import psyscall.model.interpret.Interpreter;
import psyscall.spec.property.Property;

/// Visits all states that can be reached, nearest first, and judges properties on the way.
///
/// States are numbered in the order of discovery, which is the order of expansion too: the queue is
/// the part of that sequence that was not expanded yet. One search is one object, used once.
public final class PlainSearch {
  /// How many states are expanded between two looks at clock, memory and interruption.
  private static final int BATCH = 256;

  private final Interpreter interpreter;
  private final SearchOptions options;
  private final Watch watch;
  private final Classification classification;
  private final PlainCoverage coverage;
  private final VisitedStates visited = new VisitedStates();
  private final StateGraph graph = new StateGraph();
  private final boolean keepsGraph;
  private final List<Judge> judges;

  private int expanded;
  private long transitions;

  /// The depth of the state that is expanded, and the number of the first state that is deeper.
  private int level;

  private int levelEnd = 1;

  /// The depth of the state that was discovered last.
  private int depth;

  private PlainSearch(
      Interpreter interpreter,
      List<Property> properties,
      SearchOptions options,
      Supervision supervision) {
    this.interpreter = interpreter;
    this.options = options;
    this.watch = new Watch(options.limits(), supervision);
    this.classification = new Classification(interpreter.specification());
    this.coverage = new PlainCoverage(interpreter.specification().rules());
    this.keepsGraph = properties.stream().anyMatch(Judge::readsGraph);
    Evidence evidence = new Evidence(interpreter, graph);
    this.judges = properties.stream().map(property -> Judge.of(property, evidence)).toList();
  }

  /// Explores a specification.
  ///
  /// @param interpreter what is explored
  /// @param properties what is judged
  /// @param options how far the search goes
  /// @param supervision clock, memory, listener, interruption
  /// @return what was found, whether or not a limit ended the search
  /// @throws psyscall.model.interpret.ModelError if the specification makes a mistake
  public static Exploration explore(
      Interpreter interpreter,
      List<Property> properties,
      SearchOptions options,
      Supervision supervision) {
    PlainSearch search = new PlainSearch(interpreter, properties, options, supervision);
    return search.conclude(search.run());
  }

  /// The loop; the result says why it ended before all was explored, if it did.
  private Optional<Cut> run() {
    discover(interpreter.initial(), VisitedStates.NONE);
    while (expanded < visited.size()) {
      Optional<Cut> cut = reasonToStop();
      if (cut.isPresent()) {
        return cut;
      }
      if (!expand(expanded)) {
        return Optional.of(new Cut.StateLimit(options.limits().maxStates()));
      }
      expanded++;
    }
    return Optional.empty();
  }

  private Optional<Cut> reasonToStop() {
    Optional<Cut> cut =
        switch (options.until()) {
          case WHOLE_GRAPH -> Optional.empty();
          case FIRST_VIOLATION ->
              judges.stream()
                  .filter(Judge::isViolated)
                  .findFirst()
                  .map(judge -> new Cut.FirstViolation(judge.property().name()));
        };
    return cut.isEmpty() && expanded % BATCH == 0
        ? watch.look(counts(), keepsGraph ? graph.analysisBytes() : 0)
        : cut;
  }

  /// Takes all steps out of a state; tells whether there was room for the states they lead to.
  private boolean expand(int index) {
    if (index == levelEnd) {
      level++;
      levelEnd = visited.size();
    }
    State before = visited.state(index);
    for (Transition transition : interpreter.successors(before)) {
      int target = visited.indexOf(transition.target());
      if (target == VisitedStates.NONE) {
        if (visited.size() == options.limits().maxStates()) {
          return false;
        }
        target = discover(transition.target(), index);
      }
      take(index, before, transition, target);
    }
    if (keepsGraph) {
      addState(before);
    }
    judges.forEach(judge -> judge.expanded(index, before));
    return true;
  }

  private int discover(State state, int parent) {
    int index = visited.add(state, parent);
    depth = parent == VisitedStates.NONE ? 0 : level + 1;
    judges.forEach(judge -> judge.discovered(index, state));
    return index;
  }

  private void take(int source, State before, Transition transition, int target) {
    transitions++;
    coverage.fired(transition.step().rule());
    if (keepsGraph) {
      graph.addEdge(classification.kind(before, transition), target);
    }
    judges.forEach(judge -> judge.stepped(source, before, transition));
  }

  private void addState(State state) {
    if (classification.hasEnded(state)) {
      graph.addEndedState();
    } else {
      graph.addState();
    }
  }

  private Counts counts() {
    return new Counts(visited.size(), expanded, transitions, depth);
  }

  private Exploration conclude(Optional<Cut> cut) {
    watch.judging(counts());
    Optional<QuietStates> quiet =
        keepsGraph && cut.isEmpty() ? Optional.of(QuietStates.of(graph)) : Optional.empty();
    Optional<String> why = cut.map(reason -> reason.text() + "; covered: " + counts());
    Explored explored = new Explored(why, quiet, new Trails(interpreter, visited));
    List<Finding> findings = judges.stream().map(judge -> judge.conclude(explored)).toList();
    OptionalLong quietStates = quiet.stream().mapToLong(QuietStates::count).findFirst();
    return new Exploration(
        counts(), cut, quietStates, coverage.counts(), findings, Optional.empty());
  }
}

package psyscall.checker.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import psyscall.checker.judge.Allowance;
import psyscall.checker.judge.Judgement;
import psyscall.checker.judge.Verdicts;
import psyscall.checker.problem.Explored;
import psyscall.checker.problem.Problem;
import psyscall.checker.reduction.Reduction;
import psyscall.checker.reduction.Symmetry;
import psyscall.checker.reduction.SymmetryCheck;
import psyscall.checker.reduction.Unreduced;
import psyscall.checker.store.IntSequence;
import psyscall.checker.store.MemoryBudget;
import psyscall.checker.store.StateStore;
import psyscall.checker.worker.Task;
import psyscall.checker.worker.Worker;
import psyscall.model.interpret.Interpreter;
import psyscall.model.layout.Layout;
import psyscall.spec.property.Property;

/// Visits the states that can be reached and judges properties on the way.
///
/// The specification is compiled, states are packed, and there is one loop, the worker's; the
/// strategy decides which states a worker gets next.
public final class Search {
  private final Problem problem;
  private final Usage.SymmetryUse symmetry;
  private final SearchOptions options;
  private final Watch watch;
  private final MemoryBudget budget;
  private final Task task;

  private Search(
      Problem problem, Usage.SymmetryUse symmetry, SearchOptions options, Supervision supervision) {
    this.symmetry = symmetry;
    this.problem = problem;
    this.options = options;
    this.watch = new Watch(options.limits(), supervision);
    this.budget = new MemoryBudget(memoryLimit(options.limits(), supervision.memory()));
    StateStore store =
        StateStore.of(problem.words(), options.limits().maxStates(), options.threads(), budget);
    this.task = Task.of(problem, store, budget);
  }

  /// Explores a specification.
  ///
  /// @param interpreter what is explored
  /// @param properties what is judged
  /// @param options how far the search goes, and how
  /// @param supervision clock, memory, listener, interruption
  /// @return what was found, whether or not a limit ended the search
  /// @throws psyscall.model.interpret.ModelError if the specification makes a mistake
  /// @throws IllegalArgumentException if the specification is too large to be packed or compiled
  public static Exploration explore(
      Interpreter interpreter,
      List<Property> properties,
      SearchOptions options,
      Supervision supervision) {
    return explore(interpreter, properties, options, supervision, UnaryOperator.identity());
  }

  /// Explores with another next-state function, for tests of the search itself.
  static Exploration explore(
      Interpreter interpreter,
      List<Property> properties,
      SearchOptions options,
      Supervision supervision,
      UnaryOperator<Problem> exchange) {
    Layout layout = Layout.of(interpreter.specification(), interpreter.world());
    Optional<String> refusal = SymmetryCheck.refusal(interpreter.specification(), properties);
    Usage.SymmetryUse use =
        switch (options.symmetry()) {
          case AUTO -> refusal.<Usage.SymmetryUse>map(Usage.Refused::new).orElseGet(Usage.On::new);
          case OFF -> new Usage.Off();
        };
    Reduction reduction =
        switch (use) {
          case Usage.On _ -> Symmetry.of(layout);
          case Usage.Off _, Usage.Refused _ -> new Unreduced();
        };
    Problem problem = Problem.of(interpreter, layout, reduction, properties);
    return new Search(exchange.apply(problem), use, options, supervision).explore();
  }

  /// What may be taken for states: what was asked for, but not more than the virtual machine has.
  private static long memoryLimit(Limits limits, MemoryGauge memory) {
    long used = memory.usedBytes();
    long live = used > memory.capacityBytes() / 8 ? memory.liveBytes() : used;
    return Math.max(1, Math.min(limits.maxMemoryBytes(), memory.capacityBytes() - live));
  }

  private Exploration explore() {
    try (Course course = course()) {
      long[] initial = new long[problem.words()];
      problem.layout().pack(problem.interpreter().initial(), initial, 0);
      Optional<Cut> cut = course.run(initial);
      watch.judging(course.counts());
      return conclude(course, cut);
    }
  }

  private Course course() {
    return switch (options.strategy()) {
      case Strategy.BreadthFirst _ -> new LevelSearch(task, options, watch);
      case Strategy.DepthFirst _ -> LoneSearch.depthFirst(task, options, watch);
      case Strategy.RandomWalk walks -> LoneSearch.random(task, walks, options, watch);
    };
  }

  private Exploration conclude(Course course, Optional<Cut> cut) {
    Counts counts = course.counts();
    requireAllExpanded(counts, cut);
    List<IntSequence> candidates = new ArrayList<>();
    long[] fired = new long[task.tags().size()];
    for (Worker worker : course.workers()) {
      candidates.add(worker.candidates());
      for (int tag = 0; tag < fired.length; tag++) {
        fired[tag] += worker.fired()[tag];
      }
    }
    Explored explored =
        new Explored(
            task.store(),
            course.order(),
            candidates,
            course.sightings(),
            counts.expanded(),
            counts.transitions(),
            cut.map(reason -> reason.text() + "; covered: " + counts));
    Allowance allowance =
        new Allowance(options.threads(), budget, watch::reasonToEnd, watch::interruption);
    Judgement judgement = Verdicts.of(problem, explored, allowance);
    return new Exploration(
        counts,
        cut,
        judgement.quietStates(),
        task.tags().coverage(fired),
        judgement.findings(),
        Optional.of(usage()));
  }

  /// A search that forgets a state would say "holds" of what it has not seen.
  private static void requireAllExpanded(Counts counts, Optional<Cut> cut) {
    if (cut.isEmpty() && counts.expanded() != counts.states()) {
      throw new IllegalStateException("states that were not expanded: " + counts);
    }
  }

  private Usage usage() {
    return new Usage(
        problem.words(),
        problem.layout().bits(),
        task.store().bytes(),
        budget.peakBytes(),
        symmetry);
  }
}

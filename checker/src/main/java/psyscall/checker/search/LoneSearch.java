package psyscall.checker.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import psyscall.checker.problem.Explored;
import psyscall.checker.store.StateRange;
import psyscall.checker.store.StateStore;
import psyscall.checker.worker.Frontier;
import psyscall.checker.worker.LevelShare;
import psyscall.checker.worker.RandomWalks;
import psyscall.checker.worker.StateStack;
import psyscall.checker.worker.Task;
import psyscall.checker.worker.Worker;

/// A search by one worker: depth first, or on random walks.
final class LoneSearch implements Course, Rounds.Gauge {
  private final SearchOptions options;
  private final Frontier frontier;
  private final Worker worker;
  private final Rounds rounds;
  private final Answers answers;

  private LoneSearch(
      Task task, SearchOptions options, Watch watch, Frontier frontier, Worker worker) {
    this.options = options;
    this.frontier = frontier;
    this.worker = worker;
    this.rounds = new Rounds(task, options.limits(), watch, List.of(worker));
    this.answers = new Answers(task, List.of(worker));
  }

  /// A depth-first search.
  static LoneSearch depthFirst(Task task, SearchOptions options, Watch watch) {
    StateStack stack = new StateStack(task.budget());
    return new LoneSearch(task, options, watch, stack, Worker.oneByOne(task, stack));
  }

  /// Random walks.
  static LoneSearch random(
      Task task, Strategy.RandomWalk walks, SearchOptions options, Watch watch) {
    RandomWalks frontier = new RandomWalks(walks.seed(), walks.steps(), walks.runs());
    return new LoneSearch(task, options, watch, frontier, Worker.oneByOne(task, frontier));
  }

  @Override
  public Optional<Cut> run(long[] initial) {
    if (!worker.begin(initial)) {
      return rounds.memoryLimit();
    }
    Optional<Cut> cut = rounds.look(this);
    if (cut.isEmpty() && !isAnswered()) {
      cut = rounds.run(1, this);
    }
    answers.gather();
    return cut.isPresent() ? cut : answers.firstViolation(options.until());
  }

  @Override
  public boolean isAnswered() {
    return switch (options.until()) {
      case WHOLE_GRAPH -> false;
      case FIRST_VIOLATION -> worker.sights().sawViolation();
    };
  }

  /// On walks nothing waits: a state need not be expanded to be done with.
  @Override
  public Counts counts() {
    Counts counts = rounds.counts(0);
    return switch (frontier) {
      case RandomWalks walks ->
          new Counts(counts.states(), counts.states(), counts.transitions(), walks.depth());
      case StateStack stack ->
          new Counts(counts.states(), counts.expanded(), counts.transitions(), stack.depth());
      case LevelShare _ -> counts;
    };
  }

  @Override
  public Explored.Order order() {
    List<StateRange> states = states();
    return switch (frontier) {
      case RandomWalks _ -> new Explored.Order.OnWalks(List.of(states));
      case StateStack stack -> stack.order(states);
      case LevelShare _ -> new Explored.Order.ByLevel(List.of(states));
    };
  }

  /// One worker fills one chunk after the other.
  private List<StateRange> states() {
    int end = worker.writer().next();
    List<StateRange> states = new ArrayList<>();
    for (int from = 0; from < end; from += StateStore.CHUNK) {
      states.add(new StateRange(from, Math.min(from + StateStore.CHUNK, end)));
    }
    return states;
  }

  @Override
  public List<Explored.Sighting> sightings() {
    return answers.sightings();
  }

  @Override
  public List<Worker> workers() {
    return List.of(worker);
  }

  @Override
  public void close() {
    rounds.close();
  }
}

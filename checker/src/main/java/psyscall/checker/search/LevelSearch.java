package psyscall.checker.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import psyscall.checker.problem.Explored;
import psyscall.checker.worker.LevelShare;
import psyscall.checker.worker.Levels;
import psyscall.checker.worker.Sights;
import psyscall.checker.worker.Task;
import psyscall.checker.worker.Worker;

/// A search level by level: all states at one distance from the initial state are expanded, by any
/// number of workers, before one at the next distance is.
final class LevelSearch implements Course, Rounds.Gauge {
  private final SearchOptions options;
  private final int statesPerWorker;
  private final Levels levels;
  private final List<LevelShare> shares;
  private final List<Worker> workers;
  private final Rounds rounds;
  private final Answers answers;
  private long statesBefore;

  /// Prepares a search.
  LevelSearch(Task task, SearchOptions options, Watch watch) {
    this.options = options;
    this.statesPerWorker = task.problem().statesPerWorker();
    this.levels = new Levels(options.threads());
    this.shares =
        IntStream.range(0, options.threads()).mapToObj(_ -> new LevelShare(levels)).toList();
    this.workers = new ArrayList<>();
    for (LevelShare share : shares) {
      workers.add(Worker.inBatches(task, share, Sights.Choice.LEAST));
    }
    this.rounds = new Rounds(task, options.limits(), watch, workers);
    this.answers = new Answers(task, workers);
  }

  @Override
  public Optional<Cut> run(long[] initial) {
    if (!workers.getFirst().begin(initial)) {
      return rounds.memoryLimit();
    }
    Optional<Cut> cut = rounds.look(this);
    long level = advance();
    answers.gather();
    while (level > 0 && cut.isEmpty()) {
      cut = answers.firstViolation(options.until());
      if (cut.isEmpty()) {
        cut = rounds.run(workersFor(level), this);
        answers.gather();
      }
      if (cut.isEmpty()) {
        level = advance();
      }
    }
    return cut;
  }

  private long advance() {
    statesBefore = rounds.counts(0).states();
    return levels.advance(shares);
  }

  private int workersFor(long states) {
    return Math.clamp(states / statesPerWorker, 1, workers.size());
  }

  @Override
  public Counts counts() {
    Counts counts = rounds.counts(0);
    int depth = Math.max(0, levels.depth()) + (counts.states() > statesBefore ? 1 : 0);
    return new Counts(
        counts.states(), counts.expanded(), counts.transitions(), statesBefore == 0 ? 0 : depth);
  }

  @Override
  public void rest() {
    shares.forEach(LevelShare::release);
  }

  @Override
  public Explored.Order order() {
    return new Explored.Order.ByLevel(levels.all(shares));
  }

  @Override
  public List<Explored.Sighting> sightings() {
    return answers.sightings();
  }

  @Override
  public List<Worker> workers() {
    return workers;
  }

  @Override
  public void close() {
    rounds.close();
  }
}

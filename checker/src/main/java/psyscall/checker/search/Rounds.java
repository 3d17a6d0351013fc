package psyscall.checker.search;

import java.util.List;
import java.util.Optional;
import psyscall.checker.store.StateWriter.Refusal;
import psyscall.checker.worker.Crew;
import psyscall.checker.worker.Tally;
import psyscall.checker.worker.Task;
import psyscall.checker.worker.Worker;

/// Lets the workers of a search run until their frontiers are empty, and makes room when they have
/// none: all workers stand still meanwhile.
final class Rounds implements AutoCloseable {
  /// How many states are expanded on the thread of the search between two looks at the clock.
  private static final int LOOK = 256;

  private final Task task;
  private final Limits limits;
  private final Watch watch;
  private final List<Worker> workers;
  private final Crew crew;
  private Optional<Cut> cut = Optional.empty();
  private int sinceLook;

  /// Starts the threads.
  Rounds(Task task, Limits limits, Watch watch, List<Worker> workers) {
    this.task = task;
    this.limits = limits;
    this.watch = watch;
    this.workers = workers;
    this.crew = new Crew(workers);
  }

  /// Where the search is; depths are counted by who knows them.
  interface Gauge {
    /// How much is explored.
    Counts counts();

    /// All workers stand still.
    default void rest() {}

    /// Whether enough is known.
    default boolean isAnswered() {
      return false;
    }
  }

  /// Runs until nothing is left to expand.
  ///
  /// @param count how many workers take part
  /// @param gauge how far the search is
  /// @return why it ended before, if it did
  Optional<Cut> run(int count, Gauge gauge) {
    while (true) {
      boolean wasFull = task.store().isFull();
      crew.round(count, expanded -> goesOn(expanded, gauge));
      gauge.rest();
      Refusal refusal = settle();
      if (cut.isEmpty() && Thread.currentThread().isInterrupted()) {
        cut = Optional.of(new Cut.Interrupted());
      }
      if (cut.isPresent()) {
        return cut;
      }
      switch (refusal) {
        case NONE -> {
          return Optional.empty();
        }
        case MEMORY -> {
          return memoryLimit();
        }
        case ROOM -> {
          if (wasFull) {
            return Optional.of(new Cut.StateLimit(limits.maxStates()));
          }
          // Full by now: what was refused may have been added by another worker meanwhile.
          if (!task.store().isFull() && !task.store().grow()) {
            return memoryLimit();
          }
        }
      }
    }
  }

  /// Looks at the clock, whatever was expanded.
  Optional<Cut> look(Gauge gauge) {
    sinceLook = LOOK;
    goesOn(0, gauge);
    return cut;
  }

  private boolean goesOn(int expanded, Gauge gauge) {
    sinceLook = expanded == 0 ? LOOK : sinceLook + expanded;
    if (sinceLook >= LOOK) {
      sinceLook = 0;
      cut = watch.look(gauge.counts());
    }
    return cut.isEmpty() && !gauge.isAnswered();
  }

  /// The gravest refusal: without memory, room does not help.
  private Refusal settle() {
    Refusal gravest = Refusal.NONE;
    for (Worker worker : workers) {
      Refusal refusal = worker.writer().settle();
      gravest = refusal.compareTo(gravest) > 0 ? refusal : gravest;
    }
    return gravest;
  }

  Optional<Cut> memoryLimit() {
    return Optional.of(new Cut.MemoryLimit(task.budget().limitBytes()));
  }

  /// What the workers have done together.
  ///
  /// @param depth the depth to tell
  Counts counts(int depth) {
    long states = 0;
    long expanded = 0;
    long transitions = 0;
    for (Worker worker : workers) {
      Tally tally = worker.tally();
      states += tally.states();
      expanded += tally.expanded();
      transitions += tally.transitions();
    }
    return new Counts(states, expanded, transitions, depth);
  }

  @Override
  public void close() {
    crew.close();
  }
}

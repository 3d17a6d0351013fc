package psyscall.checker.worker;

import psyscall.checker.problem.BitMask;
import psyscall.checker.problem.Problem;
import psyscall.checker.problem.Tags;
import psyscall.checker.reduction.Reduction;
import psyscall.checker.store.IntSequence;
import psyscall.checker.store.MemoryBudget;
import psyscall.checker.store.Padded;
import psyscall.checker.store.StateStore;
import psyscall.checker.store.StateWriter;
import psyscall.model.compile.NextState;
import psyscall.spec.process.StepKind;

/// The loop of a search, for one thread: takes states from its frontier, takes all their steps,
/// adds the states that these lead to, judges what is new.
///
/// It works on batches of states. The successors of the whole batch are computed, made canonical
/// and hashed; then all slots that they hash to are read, so that the memory accesses overlap; only
/// then they are inserted. Nothing is allocated for a state.
///
/// A state counts as expanded when all its successors are in the store. If there is no room for one
/// of them, the state and those behind it are given back; what is done twice by that is done only
/// once in the counts.
public final class Worker extends Padded {
  private static final int BATCH = 16;

  /// How many successors a batch may have room for, if that is more than one state needs.
  private static final int BUFFERED_MAX = 1 << 16;

  /// Which states are noted as perhaps quiet.
  public enum Noting {
    /// None: no property is judged on the graph.
    NONE,
    /// All that may be.
    CANDIDATES
  }

  private final StateStore store;
  private final StateWriter writer;
  private final Frontier frontier;
  private final Sights sights;
  private final NextState next;
  private final Reduction reduction;
  private final Tags tags;
  private final MemoryBudget budget;
  private final BitMask news;
  private final BitMask ending;
  private final Noting noting;
  private final int words;

  private final int[] numbers;
  private final long[][] targets;
  private final int[][] tagsOf;
  private final int[] counts;
  private final boolean[] canMove;
  private final long[] hashes;
  private final int[] entries;

  private final long[] fired;
  private final IntSequence candidates = new IntSequence();
  private long expanded;
  private long transitions;
  private volatile long publishedStates;
  private volatile long publishedExpanded;
  private volatile long publishedTransitions;

  private Worker(Task task, Frontier frontier, int batch, Sights.Choice choice) {
    Problem problem = task.problem();
    this.store = task.store();
    this.writer = store.writer();
    this.frontier = frontier;
    this.next = problem.code().nextState();
    this.reduction = problem.reduction().forThread();
    this.tags = task.tags();
    this.budget = task.budget();
    this.sights = new Sights(task, next, frontier, choice);
    this.news = task.news();
    this.ending = task.ending();
    // Walks meet a state many times, and no property is judged on the graph after them.
    this.noting = frontier instanceof RandomWalks ? Noting.NONE : task.noting();
    this.words = problem.words();
    int most = problem.code().maxSuccessors();
    int states = Math.clamp(BUFFERED_MAX / most, 1, batch);
    this.numbers = new int[states];
    this.targets = new long[states][most * words];
    this.tagsOf = new int[states][most];
    this.counts = new int[states];
    this.canMove = new boolean[states];
    this.hashes = new long[states * most];
    this.entries = new int[states * most];
    this.fired = new long[tags.size()];
  }

  /// A worker that takes as many states at a time as pay.
  ///
  /// @param task what is searched
  /// @param frontier where its states come from
  /// @param choice which of several answers to a property counts
  /// @return a worker that has done nothing yet
  public static Worker inBatches(Task task, Frontier frontier, Sights.Choice choice) {
    return new Worker(task, frontier, BATCH, choice);
  }

  /// A worker that takes one state at a time, and of several answers the first.
  ///
  /// @param task what is searched
  /// @param frontier where its states come from
  /// @return a worker that has done nothing yet
  public static Worker oneByOne(Task task, Frontier frontier) {
    return new Worker(task, frontier, 1, Sights.Choice.FIRST);
  }

  /// Meets a state that no step leads to.
  ///
  /// @param state a packed state; it is made canonical
  /// @return whether there was room for it
  public boolean begin(long[] state) {
    reduction.canonicalise(state, 0);
    int number = writer.insert(state, 0, StateStore.hash(state, 0, words));
    if (number == StateWriter.REFUSED) {
      return false;
    }
    frontier.met(number, StateStore.NONE);
    sights.state(number, state, 0);
    publish();
    return true;
  }

  /// Expands states until there are none, there is no room, or it is told to stop.
  ///
  /// @param pulse asked after each batch
  public void run(Pulse pulse) {
    while (true) {
      int count = frontier.take(numbers);
      if (count == 0) {
        return;
      }
      int done = expand(count);
      publish();
      if (done < count) {
        frontier.giveBack(numbers, done, count);
        return;
      }
      if (!pulse.goesOn(count)) {
        return;
      }
    }
  }

  /// Expands the states of a batch; tells how many of them.
  private int expand(int count) {
    int total = 0;
    for (int i = 0; i < count; i++) {
      long[] chunk = store.chunk(numbers[i]);
      int place = store.place(numbers[i]);
      int steps = next.successors(chunk, place, targets[i], tagsOf[i]);
      steps = choose(i, steps);
      counts[i] = steps;
      canMove[i] = look(i, chunk, place, steps);
      for (int step = 0; step < steps; step++) {
        reduction.canonicalise(targets[i], step * words);
        hashes[total++] = StateStore.hash(targets[i], step * words, words);
      }
    }
    writer.touch(hashes, total, entries);
    return insert(count);
  }

  /// On a walk, keeps the step that is taken.
  private int choose(int i, int steps) {
    int chosen = steps == 0 ? Frontier.ALL : frontier.chosen(steps);
    if (chosen == Frontier.ALL) {
      return steps;
    }
    System.arraycopy(targets[i], chosen * words, targets[i], 0, words);
    tagsOf[i][0] = tagsOf[i][chosen];
    return 1;
  }

  /// Judges the steps out of a state; tells whether one of them keeps it from being quiet.
  private boolean look(int i, long[] chunk, int place, int steps) {
    if (steps == 0) {
      boolean hasEnded = ending.isSet(chunk, place);
      if (!hasEnded && frontier instanceof RandomWalks) {
        sights.stuck(numbers[i], chunk, place);
      }
      return hasEnded;
    }
    boolean moves = false;
    boolean judges = sights.judgesSteps();
    for (int step = 0; step < steps; step++) {
      int tag = tagsOf[i][step];
      if (!moves) {
        StepKind kind = tags.kind(tag);
        moves =
            kind == StepKind.PROTOCOL
                || (kind == StepKind.POLLING
                    && news.differs(chunk, place, targets[i], step * words));
      }
      if (judges) {
        sights.step(numbers[i], chunk, place, tag, targets[i], step * words);
      }
    }
    return moves;
  }

  private int insert(int count) {
    int at = 0;
    for (int i = 0; i < count; i++) {
      long[] states = targets[i];
      for (int step = 0; step < counts[i]; step++) {
        int number = writer.insert(states, step * words, hashes[at++]);
        if (number >= 0) {
          frontier.met(number, numbers[i]);
          sights.state(number, states, step * words, tagsOf[i][step]);
        } else if (number == StateWriter.REFUSED) {
          return i;
        } else {
          frontier.metAgain(~number);
        }
      }
      commit(i);
    }
    return count;
  }

  /// Counts a state as expanded.
  private void commit(int i) {
    for (int step = 0; step < counts[i]; step++) {
      fired[tagsOf[i][step]]++;
    }
    expanded++;
    transitions += counts[i];
    if (noting == Noting.CANDIDATES && !canMove[i]) {
      if (candidates.size() % IntSequence.CHUNK == 0) {
        budget.charge((long) IntSequence.CHUNK * Integer.BYTES);
      }
      candidates.add(numbers[i]);
    }
  }

  private void publish() {
    publishedStates = writer.added();
    publishedExpanded = expanded;
    publishedTransitions = transitions;
  }

  /// How much it has done, as of its last batch; any thread may ask.
  ///
  /// @return a copy of its counts
  public Tally tally() {
    return new Tally(publishedStates, publishedExpanded, publishedTransitions);
  }

  /// What it adds states with.
  ///
  /// @return its own writer
  public StateWriter writer() {
    return writer;
  }

  /// What it has seen of the properties.
  ///
  /// @return its own sights
  public Sights sights() {
    return sights;
  }

  /// How often it took steps, by tag.
  ///
  /// @return its counts, to be read while it stands still
  public long[] fired() {
    return fired;
  }

  /// The states it expanded that may be quiet, if they are noted.
  ///
  /// @return their numbers
  public IntSequence candidates() {
    return candidates;
  }
}

package psyscall.checker.graph;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.stream.IntStream;
import psyscall.checker.store.MemoryBudget;
import psyscall.checker.store.StateRange;
import psyscall.spec.process.StepKind;

/// From which states of a completely explored graph a path without environment steps reaches a
/// goal.
///
/// Edges are not stored, so they cannot be followed backwards from the goals. Instead the goals are
/// marked, and the states are swept over until nothing changes:
///
/// ```
/// asked     a state to start from, or one that a step leads to from an asked state without a mark
/// marked    a goal, or an asked state from which a step leads to a marked state
/// ```
///
/// A sweep takes the steps out of the states that are asked and not marked, and no others. It goes
/// from the first level to the deepest, with most of the steps, so that one sweep asks most of what
/// must be asked, and the next one goes back, so that most marks are made in it; so few are needed,
/// and they end early when no state to start from is without a mark. Several questions share the
/// sweeps: a state's steps are taken once for all questions that are open there.
///
/// It takes 1/4 byte a state and question. A state in which the run has ended can be a goal and is
/// never one to start from.
public final class PossiblePass {
  private final ImplicitGraph graph;
  private final List<Question> questions;
  private final List<NumberSet> asked;
  private final List<NumberSet> marked;
  private final List<StateRange> upwards;
  private final List<StateRange> downwards;

  /// For each question, how many states there are to start from, and how many of them have no mark.
  private final AtomicLongArray starts;

  private final AtomicLongArray pending;
  private int sweeps;

  /// Whether from all states with one condition a state with another can be reached.
  ///
  /// @param from a position among the compiled conditions of states
  /// @param reached another
  public record Question(int from, int reached) {}

  /// An answer.
  ///
  /// @param starts how many states there are to start from
  /// @param lost a state to start from, from which no goal can be reached: in the first level that
  ///   has one the least by content
  public record Answer(long starts, OptionalInt lost) {}

  /// The answers.
  ///
  /// @param answers one for each question
  /// @param sweeps how many sweeps were needed; it may depend on the threads
  public record Result(List<Answer> answers, int sweeps) {
    /// Copies the answers.
    public Result {
      answers = List.copyOf(answers);
    }
  }

  private PossiblePass(
      ImplicitGraph graph,
      List<Question> questions,
      List<NumberSet> asked,
      List<NumberSet> marked) {
    this.graph = graph;
    this.questions = questions;
    this.asked = asked;
    this.marked = marked;
    this.upwards = graph.fromTheDeepest();
    this.downwards = upwards.reversed();
    this.starts = new AtomicLongArray(questions.size());
    this.pending = new AtomicLongArray(questions.size());
  }

  /// Answers questions.
  ///
  /// @param graph a completely explored graph
  /// @param questions what is asked
  /// @param crew who computes
  /// @param budget what memory is asked from
  /// @return the answers
  /// @throws Unfinished if the crew was told to end, or memory was refused
  public static Result of(
      ImplicitGraph graph, List<Question> questions, Crew crew, MemoryBudget budget)
      throws Unfinished {
    List<NumberSet> asked = new ArrayList<>();
    List<NumberSet> marked = new ArrayList<>();
    PossiblePass pass = new PossiblePass(graph, List.copyOf(questions), asked, marked);
    try {
      for (int i = 0; i < questions.size(); i++) {
        asked.add(NumberSet.of(graph.store().numbers(), budget));
        marked.add(NumberSet.of(graph.store().numbers(), budget));
      }
      pass.mark(crew);
      return new Result(pass.answers(crew), pass.sweeps);
    } catch (Unfinished e) {
      throw e.having("all states, and of the ways back to the goals sweeps=" + pass.sweeps);
    } finally {
      asked.forEach(NumberSet::close);
      marked.forEach(NumberSet::close);
    }
  }

  private void mark(Crew crew) throws Unfinished {
    crew.run(downwards, crew.staff(Goals::new));
    List<Sweep> down = crew.staff(() -> new Sweep(Direction.DOWN));
    List<Sweep> up = crew.staff(() -> new Sweep(Direction.UP));
    boolean changed = true;
    while (changed && !isAnswered()) {
      boolean goesDown = sweeps % 2 == 0;
      List<Sweep> workers = goesDown ? down : up;
      crew.run(goesDown ? downwards : upwards, workers);
      sweeps++;
      changed = workers.stream().mapToLong(Sweep::drain).sum() > 0;
    }
  }

  private boolean isAnswered() {
    return IntStream.range(0, questions.size()).allMatch(question -> pending.get(question) == 0);
  }

  private List<Answer> answers(Crew crew) throws Unfinished {
    List<LeastStates.Kind> lost = new ArrayList<>();
    for (int question = 0; question < questions.size(); question++) {
      if (pending.get(question) > 0) {
        NumberSet reaching = marked.get(question);
        int from = questions.get(question).from();
        lost.add((cursor, number) -> !reaching.contains(number) && isStart(cursor, number, from));
      }
    }
    List<OptionalInt> found = new ArrayList<>(LeastStates.of(graph, lost, crew));
    return IntStream.range(0, questions.size())
        .mapToObj(
            question ->
                new Answer(
                    starts.get(question),
                    pending.get(question) > 0 ? found.removeFirst() : OptionalInt.empty()))
        .toList();
  }

  private static boolean isStart(Cursor cursor, int number, int from) {
    cursor.moveTo(number);
    return !cursor.hasEnded() && cursor.holds(from);
  }

  /// Marks the goals, asks for the states to start from, and counts them.
  private final class Goals implements Crew.Visitor {
    private final Cursor cursor = graph.cursor();

    @Override
    public void visit(int from, int to) {
      for (int question = 0; question < questions.size(); question++) {
        visit(question, from, to);
      }
    }

    private void visit(int question, int from, int to) {
      long begins = 0;
      long open = 0;
      for (int number = from; number < to; number++) {
        boolean isStart = isStart(cursor, number, questions.get(question).from());
        boolean isGoal = cursor.holds(questions.get(question).reached());
        begins += isStart ? 1 : 0;
        open += isStart && !isGoal ? 1 : 0;
        if (isGoal) {
          marked.get(question).add(number);
        } else if (isStart) {
          asked.get(question).add(number);
        }
      }
      starts.addAndGet(question, begins);
      pending.addAndGet(question, open);
    }
  }

  /// In which order a sweep goes over the states.
  private enum Direction {
    /// To the deepest level.
    DOWN,
    /// From there.
    UP
  }

  /// One thread's part of a sweep.
  private final class Sweep implements Crew.Visitor {
    private final Cursor cursor = graph.cursor();
    private final Direction direction;

    /// The questions that are open at the state, and the states that steps lead to from it.
    private final int[] open = new int[questions.size()];

    private final int[] targets = new int[graph.problem().code().maxSuccessors()];

    /// Of each question, how many states to start from were marked in the piece.
    private final long[] found = new long[questions.size()];

    private long changes;

    Sweep(Direction direction) {
      this.direction = direction;
    }

    @Override
    public void visit(int from, int to) {
      switch (direction) {
        case DOWN -> {
          for (int number = from; number < to; number++) {
            visit(number);
          }
        }
        case UP -> {
          for (int number = to - 1; number >= from; number--) {
            visit(number);
          }
        }
      }
      for (int question = 0; question < found.length; question++) {
        pending.addAndGet(question, -found[question]);
        found[question] = 0;
      }
    }

    private void visit(int number) {
      int count = 0;
      for (int question = 0; question < questions.size(); question++) {
        if (asked.get(question).contains(number)
            && !marked.get(question).contains(number)
            && pending.get(question) > 0) {
          open[count++] = question;
        }
      }
      if (count > 0) {
        look(number, count);
      }
    }

    private void look(int number, int questionsOpen) {
      int count = questionsOpen;
      int leads = 0;
      cursor.moveTo(number);
      int steps = cursor.expand();
      for (int step = 0; step < steps && count > 0; step++) {
        if (cursor.kind(step) != StepKind.ENVIRONMENT) {
          int target = cursor.target(step);
          count = mark(number, target, count);
          targets[leads++] = target;
        }
      }
      for (int i = 0; i < count; i++) {
        ask(asked.get(open[i]), leads);
      }
    }

    /// Marks a state where a step leads to a marked one; tells how many questions stay open.
    private int mark(int number, int target, int questionsOpen) {
      int count = 0;
      for (int i = 0; i < questionsOpen; i++) {
        int question = open[i];
        if (marked.get(question).contains(target)) {
          marked.get(question).add(number);
          changes++;
          found[question] += isStart(cursor, number, questions.get(question).from()) ? 1 : 0;
        } else {
          open[count++] = question;
        }
      }
      return count;
    }

    private void ask(NumberSet set, int leads) {
      for (int i = 0; i < leads; i++) {
        if (!set.contains(targets[i]) && set.add(targets[i])) {
          changes++;
        }
      }
    }

    /// How many states it marked or asked for in this sweep.
    long drain() {
      long drained = changes;
      changes = 0;
      return drained;
    }
  }
}

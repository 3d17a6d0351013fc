package psyscall.checker.graph;

import java.util.List;
import java.util.OptionalInt;
import psyscall.checker.store.IntSequence;
import psyscall.checker.store.MemoryBudget;
import psyscall.checker.store.StateRange;
import psyscall.spec.process.StepKind;

/// The quiet states of a completely explored graph: those from which no path without environment
/// steps reaches a protocol step or changes a variable that is not declared as polling.
///
/// The search noted the candidates: states in which the run goes on, without a protocol step and
/// without a polling step that brings news. A candidate is not quiet if and only if a polling step
/// leads to a state that is no candidate or is not quiet. So all candidates are taken for quiet at
/// first, and those with such a step are taken out until there is none: the greatest fixed point,
/// in which polling that goes round for ever is quiet. Candidates are few, and those met last are
/// looked at first, so that a chain of polling steps is taken out in one round most often.
///
/// Closing it gives its memory back, 1/8 byte a state.
public final class QuietPass implements AutoCloseable {
  private final ImplicitGraph graph;
  private final NumberSet quiet;
  private final List<StateRange> pieces;
  private int rounds;

  private QuietPass(ImplicitGraph graph, NumberSet quiet) {
    this.graph = graph;
    this.quiet = quiet;
    this.pieces = graph.fromTheDeepest();
  }

  /// Computes the quiet states.
  ///
  /// @param graph a completely explored graph
  /// @param candidates the numbers of the states that may be quiet by their own steps
  /// @param crew who computes
  /// @param budget what memory is asked from
  /// @return the quiet states
  /// @throws Unfinished if the crew was told to end, or memory was refused
  public static QuietPass of(
      ImplicitGraph graph, List<IntSequence> candidates, Crew crew, MemoryBudget budget)
      throws Unfinished {
    QuietPass pass = new QuietPass(graph, NumberSet.of(graph.store().numbers(), budget));
    candidates.forEach(pass::suppose);
    try {
      pass.settle(crew);
    } catch (Unfinished e) {
      pass.close();
      throw e.having("all states, and of the quiet ones rounds=" + pass.rounds);
    }
    return pass;
  }

  private void suppose(IntSequence candidates) {
    for (int i = 0; i < candidates.size(); i++) {
      quiet.add(candidates.at(i));
    }
  }

  private void settle(Crew crew) throws Unfinished {
    List<Round> workers = crew.staff(Round::new);
    boolean changed = true;
    while (changed) {
      crew.run(pieces, workers);
      rounds++;
      changed = workers.stream().mapToInt(Round::drain).sum() > 0;
    }
  }

  /// How many states are quiet.
  ///
  /// @return their number
  public long count() {
    return quiet.count();
  }

  /// How often the candidates were looked at.
  ///
  /// @return the number of rounds, at least 1; it may depend on the threads
  public int rounds() {
    return rounds;
  }

  /// For several questions at a time, a quiet state that fails, in the first level that has one.
  ///
  /// @param questions what a quiet state should be like
  /// @param crew who looks
  /// @return for each question the number of the failing state that is least by content
  /// @throws Unfinished if the crew was told to end
  public List<OptionalInt> failing(List<Question> questions, Crew crew) throws Unfinished {
    return LeastStates.of(
        graph,
        questions.stream()
            .<LeastStates.Kind>map(
                question ->
                    (cursor, number) -> quiet.contains(number) && fails(question, cursor, number))
            .toList(),
        crew);
  }

  private static boolean fails(Question question, Cursor cursor, int number) {
    cursor.moveTo(number);
    return switch (question) {
      case Question.Holds(int condition) -> !cursor.holds(condition);
      case Question.GoesOn(int declared) -> !cursor.holds(declared) && !hasEnvironment(cursor);
    };
  }

  private static boolean hasEnvironment(Cursor cursor) {
    int steps = cursor.expand();
    for (int step = 0; step < steps; step++) {
      if (cursor.kind(step) == StepKind.ENVIRONMENT) {
        return true;
      }
    }
    return false;
  }

  @Override
  public void close() {
    quiet.close();
  }

  /// What a quiet state should be like.
  public sealed interface Question {
    /// A condition holds.
    ///
    /// @param condition its position among the compiled conditions of states
    record Holds(int condition) implements Question {}

    /// An environment step is enabled, or a condition declares that all may rest here.
    ///
    /// @param declared the condition's position among the compiled conditions of states
    record GoesOn(int declared) implements Question {}
  }

  /// One thread's part of a round.
  private final class Round implements Crew.Visitor {
    private final Cursor cursor = graph.cursor();
    private int taken;

    @Override
    public void visit(int from, int to) {
      for (int number = to - 1; number >= from; number--) {
        if (quiet.contains(number) && isLed(number)) {
          quiet.remove(number);
          taken++;
        }
      }
    }

    /// Whether a polling step leads to a state that is not quiet.
    private boolean isLed(int number) {
      cursor.moveTo(number);
      int steps = cursor.expand();
      for (int step = 0; step < steps; step++) {
        if (cursor.kind(step) == StepKind.POLLING && !quiet.contains(cursor.target(step))) {
          return true;
        }
      }
      return false;
    }

    /// How many states it took out in this round.
    int drain() {
      int drained = taken;
      taken = 0;
      return drained;
    }
  }
}

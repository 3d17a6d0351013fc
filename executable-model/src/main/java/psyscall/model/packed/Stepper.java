package psyscall.model.packed;

import java.util.Arrays;

/// Executes rules in place in a packed state, each for one actor, and remembers what the last step
/// did; for one thread.
///
/// A hidden class extends it. What is protected is called by generated code.
public abstract class Stepper {
  /// The step is not possible now with these answers; nothing was changed.
  public static final int BLOCKED = 0;

  /// The step was taken.
  public static final int TAKEN = 1;

  /// The step was taken, and it ended the run.
  public static final int ENDED = 2;

  /// A choice was not answered; nothing was changed.
  public static final int REFUSED = 3;

  /// Where memories are while a method runs: regions of pairs of key and cell.
  protected final long[] scratch;

  private final Pool pool = new Pool();
  private int[] choices = new int[4];
  private long[] answers = new long[4];
  private int[] events = new int[8];
  private int[] begins = new int[8];
  private long[] arguments = new long[32];
  private Answers asked = (_, _) -> Answers.REFUSED;
  private boolean isRefused;
  private int answerCount;
  private int eventCount;
  private int argumentCount;
  private int clause;

  /// Makes room for the memories of one method.
  ///
  /// @param scratchWords how many words the method that needs most of them needs
  protected Stepper(int scratchWords) {
    scratch = new long[scratchWords];
  }

  /// Tries to take a step.
  ///
  /// @param move a rule with its actor, at whose label the actor stands
  /// @param state the packed state, which the step changes; no run that has ended
  /// @param who answers its choices
  /// @return [#BLOCKED], [#TAKEN], [#ENDED] or [#REFUSED]
  /// @throws psyscall.model.interpret.ModelError if the specification makes a mistake
  public final int take(int move, long[] state, Answers who) {
    asked = who;
    isRefused = false;
    answerCount = 0;
    eventCount = 0;
    argumentCount = 0;
    clause = -1;
    return execute(move, state, 0);
  }

  /// Executes the rule of a move.
  ///
  /// @param move which
  /// @param state the packed state
  /// @param at where it begins
  /// @return as [#take]
  protected abstract int execute(int move, long[] state, int at);

  /// Whether a condition holds in a state.
  ///
  /// @param condition its position in the list that was compiled
  /// @param states holds the packed state
  /// @param at where it begins
  /// @return its truth
  /// @throws psyscall.model.interpret.ModelError if the term has no value
  public abstract boolean holds(int condition, long[] states, int at);

  /// Whether a step condition holds of a step.
  ///
  /// @param method what the compiled rules say for the condition and the step's move
  /// @param before holds the packed state before the step
  /// @param beforeAt where it begins
  /// @param after holds the packed state after the step
  /// @param afterAt where it begins
  /// @return its truth
  /// @throws psyscall.model.interpret.ModelError if the term has no value
  public abstract boolean holdsOf(
      int method, long[] before, int beforeAt, long[] after, int afterAt);

  /// How many choices the last step met.
  ///
  /// @return 0 or more
  public final int answers() {
    return answerCount;
  }

  /// A choice of the last step.
  ///
  /// @param position from 0
  /// @return its number
  public final int choice(int position) {
    return choices[position];
  }

  /// How a choice was answered.
  ///
  /// @param position from 0
  /// @return the candidate
  public final long answer(int position) {
    return answers[position];
  }

  /// How many events the last step emitted.
  ///
  /// @return 0 or more
  public final int events() {
    return eventCount;
  }

  /// An event of the last step.
  ///
  /// @param position from 0
  /// @return its number
  public final int event(int position) {
    return events[position];
  }

  /// An argument of an event.
  ///
  /// @param position of the event, from 0
  /// @param at which argument, from 0
  /// @return its number
  public final long argument(int position, int at) {
    return arguments[begins[position] + at];
  }

  /// What the last step says that it does.
  ///
  /// @return the number of a clause; −1 if it does not say
  public final int clause() {
    return clause;
  }

  /// Whether the choice that was met last was not answered.
  protected final boolean isRefused() {
    return isRefused;
  }

  /// Asks for an id of a set.
  protected final long element(long set, int choice) {
    pool.elements(set);
    return ask(choice);
  }

  /// Asks for a subset of a set.
  protected final long subset(long set, int choice) {
    pool.subsets(set);
    return ask(choice);
  }

  /// Begins a choice among values.
  protected final void values() {
    pool.none();
  }

  /// Adds a candidate.
  protected final void value(long value) {
    pool.add(value);
  }

  /// Asks for an alternative.
  protected final long alternative(int alternatives, int choice) {
    pool.alternatives(alternatives);
    return ask(choice);
  }

  /// Asks for one of the candidates.
  protected final long ask(int choice) {
    long position = asked.choose(choice, pool);
    if (position < 0 || position >= pool.count()) {
      isRefused = true;
      return 0;
    }
    long answer = pool.at(position);
    if (answerCount == answers.length) {
      choices = Arrays.copyOf(choices, 2 * answerCount);
      answers = Arrays.copyOf(answers, 2 * answerCount);
    }
    choices[answerCount] = choice;
    answers[answerCount++] = answer;
    return answer;
  }

  /// Emits an event; its arguments follow.
  protected final void emits(int event) {
    if (eventCount == events.length) {
      events = Arrays.copyOf(events, 2 * eventCount);
      begins = Arrays.copyOf(begins, 2 * eventCount);
    }
    events[eventCount] = event;
    begins[eventCount++] = argumentCount;
  }

  /// Adds an argument to the event that was emitted last.
  protected final void with(long argument) {
    if (argumentCount == arguments.length) {
      arguments = Arrays.copyOf(arguments, 2 * argumentCount);
    }
    arguments[argumentCount++] = argument;
  }

  /// Says what the step does.
  protected final void says(int number) {
    clause = number;
  }
}

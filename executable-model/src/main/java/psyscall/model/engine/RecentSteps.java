package psyscall.model.engine;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import psyscall.model.behavior.Actor;
import psyscall.model.behavior.Behavior;
import psyscall.model.behavior.State;
import psyscall.model.behavior.Transition;
import psyscall.model.behavior.Value;
import psyscall.model.behavior.World;
import psyscall.model.interpret.Chooser;
import psyscall.model.interpret.FixedStore;
import psyscall.model.interpret.Outcome;
import psyscall.model.interpret.StepSemantics;
import psyscall.spec.rule.Rule;

/// The last steps of an engine, kept as what was done and how its choices were answered, so that
/// keeping them costs next to nothing.
///
/// Now and then a state is kept whole. Who asks for the steps has them interpreted again from there
/// on.
public final class RecentSteps {
  /// How many steps there are between two states that are kept; at least so many are known.
  private static final int SPAN = 64;

  private static final int ANSWERS = 8;

  private final Engine engine;
  private final World world;
  private final Rule[] rules = new Rule[2 * SPAN];
  private final Actor[] actors = new Actor[2 * SPAN];
  private final long[] moments = new long[2 * SPAN];
  private final long[][] answers = new long[2 * SPAN][ANSWERS];

  /// Before the first step that is kept, and before the one a span later.
  private State start;

  private State middle;
  private int kept;

  /// No step yet.
  ///
  /// @param engine takes the steps; in its initial state
  /// @param world the sizes of the id sorts
  public RecentSteps(Engine engine, World world) {
    this.engine = engine;
    this.world = world;
    start = engine.state();
    middle = start;
  }

  /// Keeps the step that the engine took last.
  ///
  /// @param nanos when it began
  /// @param step a view of it
  public void add(long nanos, StepView step) {
    rules[kept] = step.rule();
    actors[kept] = step.actor();
    moments[kept] = nanos;
    int count = step.answers();
    if (count > answers[kept].length) {
      answers[kept] = new long[2 * count];
    }
    for (int at = 0; at < count; at++) {
      answers[kept][at] = step.answer(at);
    }
    kept++;
    if (kept == 2 * SPAN) {
      forget();
    }
    if (kept == SPAN) {
      middle = engine.state();
    }
  }

  /// Forgets the first span.
  private void forget() {
    System.arraycopy(rules, SPAN, rules, 0, SPAN);
    System.arraycopy(actors, SPAN, actors, 0, SPAN);
    System.arraycopy(moments, SPAN, moments, 0, SPAN);
    for (int at = 0; at < SPAN; at++) {
      long[] free = answers[at];
      answers[at] = answers[SPAN + at];
      answers[SPAN + at] = free;
    }
    start = middle;
    kept = SPAN;
  }

  /// The last steps, with the states between them.
  ///
  /// @param wanted how many at most; 64 or less
  /// @return the steps
  /// @throws IllegalStateException if the interpreter finds a step not possible, or comes to another
  ///   state than the engine
  public Behavior behavior(int wanted) {
    StepSemantics semantics = new StepSemantics(engine.specification());
    FixedStore store = new FixedStore(start, world);
    State first = start;
    List<Transition> last = new ArrayList<>();
    for (int at = 0; at < kept; at++) {
      if (at == from(wanted)) {
        first = store.state();
      }
      Outcome outcome = semantics.execute(rules[at], actors[at], store, again(answers[at]));
      if (!(outcome instanceof Outcome.Taken taken)) {
        throw new IllegalStateException(
            "a step that is not possible: rule=%s, actor=%s, outcome=%s"
                .formatted(rules[at].name(), actors[at].name(), outcome));
      }
      if (at >= from(wanted)) {
        last.add(new Transition(taken.step(), store.state()));
      }
    }
    if (!store.state().equals(engine.state())) {
      throw new IllegalStateException("steps that lead to another state: steps=" + kept);
    }
    return new Behavior(first, last);
  }

  private static Chooser again(long[] answers) {
    int[] next = {0};
    return (choice, _) -> {
      Value value = Numbers.value(answers[next[0]++], choice.sort());
      return Optional.of(value);
    };
  }

  /// When the last steps began.
  ///
  /// @param wanted as above
  /// @return nanoseconds, one for each
  public List<Long> moments(int wanted) {
    return Arrays.stream(moments, from(wanted), kept).boxed().toList();
  }

  private int from(int wanted) {
    return Math.max(0, kept - wanted);
  }
}

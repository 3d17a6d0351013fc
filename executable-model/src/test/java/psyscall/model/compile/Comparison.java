package psyscall.model.compile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import psyscall.model.behavior.State;
import psyscall.model.behavior.Transition;
import psyscall.model.behavior.World;
import psyscall.model.interpret.Interpreter;
import psyscall.model.interpret.ModelError;
import psyscall.model.layout.Layout;
import psyscall.spec.rule.Specification;
import psyscall.spec.term.Term;

/// Compares a compiled specification with the interpreter, state by state.
final class Comparison {
  private final Interpreter interpreter;
  private final Layout layout;
  private final CompiledSpecification compiled;
  private final NextState next;
  private final List<Term> conditions;
  private final List<Term> stepConditions;
  private final long[] targets;
  private final int[] tags;
  private int compared;
  private final Map<State, long[]> found = new HashMap<>();
  private final Deque<State> open = new ArrayDeque<>();

  Comparison(
      Specification specification, World world, List<Term> conditions, List<Term> stepConditions) {
    this.interpreter = new Interpreter(specification, world);
    this.layout = Layout.of(specification, world);
    this.compiled = CompiledSpecification.of(layout, conditions, stepConditions);
    this.next = compiled.nextState();
    this.conditions = conditions;
    this.stepConditions = stepConditions;
    this.targets = new long[layout.words() * compiled.maxSuccessors()];
    this.tags = new int[compiled.maxSuccessors()];
  }

  /// Compares in every state that is reachable, breadth first, until so many were looked at.
  ///
  /// @return how many were
  int explore(int limit) {
    compared = 0;
    packed(interpreter.initial());
    int seen = 0;
    while (!open.isEmpty() && seen < limit) {
      seen++;
      State state = open.remove();
      compare(state, packed(state));
    }
    return seen;
  }

  /// How many steps were compared by the last exploration.
  ///
  /// @return their number
  int compared() {
    return compared;
  }

  /// A state as words; one that was not met before is to be looked at.
  private long[] packed(State state) {
    return found.computeIfAbsent(
        state,
        _ -> {
          open.add(state);
          long[] words = new long[layout.words()];
          layout.pack(state, words, 0);
          return words;
        });
  }

  private void compare(State state, long[] packed) {
    for (int at = 0; at < conditions.size(); at++) {
      int condition = at;
      assertThat(valueOf(() -> next.holds(condition, packed, 0)))
          .as("condition %s in %s", conditions.get(at), state)
          .isEqualTo(valueOf(() -> interpreter.holds(conditions.get(condition), state)));
    }
    Optional<List<Transition>> wanted = valueOf(() -> interpreter.successors(state));
    Optional<Integer> count = valueOf(() -> next.successors(packed, 0, targets, tags));
    assertThat(count).as("steps out of %s", state).isEqualTo(wanted.map(List::size));
    List<Transition> transitions = wanted.orElse(List.of());
    for (int at = 0; at < transitions.size(); at++) {
      compareStep(state, transitions.get(at), at);
      compareStepConditions(state, transitions.get(at), at);
    }
  }

  private void compareStep(State state, Transition transition, int at) {
    Origin origin = compiled.origins().get(tags[at]);
    long[] target = packed(transition.target());
    int from = at * layout.words();
    // Not through assertThat at once: it is called for every step.
    compared++;
    if (!origin.rule().equals(transition.step().rule())
        || !origin.actor().equals(transition.step().actor())
        || !Arrays.equals(targets, from, from + layout.words(), target, 0, layout.words())) {
      assertThat(origin).isEqualTo(new Origin(transition.step().rule(), transition.step().actor()));
      assertThat(layout.unpack(targets, from))
          .as("step %s from %s", transition.step(), state)
          .isEqualTo(transition.target());
      assertThat(Arrays.copyOfRange(targets, from, from + layout.words())).isEqualTo(target);
    }
  }

  private void compareStepConditions(State state, Transition transition, int at) {
    for (int condition = 0; condition < stepConditions.size(); condition++) {
      Term term = stepConditions.get(condition);
      int method = compiled.stepMethod(condition, tags[at]);
      Optional<Boolean> wanted =
          valueOf(() -> interpreter.holdsOf(term, state, transition.step(), transition.target()));
      Optional<Boolean> given =
          method == CompiledSpecification.ALWAYS
              ? Optional.of(true)
              : valueOf(() -> next.holdsOf(method, packed(state), 0, targets, at * layout.words()));
      if (!wanted.equals(given)) {
        assertThat(given).as("%s of %s from %s", term, transition.step(), state).isEqualTo(wanted);
      }
    }
  }

  /// Nothing if the specification makes a mistake.
  private static <T> Optional<T> valueOf(Supplier<T> value) {
    try {
      return Optional.of(value.get());
    } catch (ModelError _) {
      return Optional.empty();
    }
  }
}

package psyscall.model.compile;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.Set;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import psyscall.model.behavior.State;
import psyscall.model.behavior.Transition;
import psyscall.model.interpret.Interpreter;
import psyscall.proofs.encoding.Frame;
import psyscall.proofs.encoding.StepAgreement;
import psyscall.proofs.encoding.SymbolicState;
import psyscall.proofs.encoding.TermEncoding;
import psyscall.proofs.encoding.Universe;
import psyscall.proofs.encoding.ValueImages;
import psyscall.proofs.smt.Fragment;
import psyscall.proofs.smt.Proof;
import psyscall.proofs.smt.Smt;
import psyscall.proofs.smt.Solver;
import psyscall.proofs.smt.Truth;
import psyscall.spec.analysis.SymbolicPaths;
import psyscall.spec.process.Process;
import psyscall.spec.term.IllFormed;
import psyscall.spec.term.Term;

/// The fold to formulas says what the interpreter says, whatever the specification.
class EncodingAgreesProperties {
  private static final int STATES = 12;
  private static final int SEEDS = 1_500;
  private static final Duration LIMIT = Duration.ofSeconds(30);

  @Provide
  Arbitrary<RandomSpecifications.Drawn> specifications() {
    return RandomSpecifications.all();
  }

  @Property(tries = 60)
  void conditionsHaveTheValuesOfTheInterpreter(
      @ForAll("specifications") RandomSpecifications.Drawn drawn) {
    compareConditions(drawn);
  }

  /// Few drawn specifications have symbolic paths, so seeds are tried in order.
  @Example
  void stepsAreThoseOfTheInterpreter() {
    int compared = 0;
    int pairs = 0;
    for (long seed = 0; seed < SEEDS; seed++) {
      RandomSpecifications.Drawn drawn = RandomSpecifications.of(seed);
      if (hasPaths(drawn)) {
        try (Smt smt = new Smt()) {
          Interpreter interpreter = new Interpreter(drawn.specification(), drawn.world());
          pairs += new StepAgreement(smt, interpreter, Fragment.MEMORY).explore(STATES);
        }
        compared++;
      }
    }

    assertThat(compared).isGreaterThan(10);
    assertThat(pairs).isGreaterThan(50);
  }

  /// Symbolic paths refuse a bulk assignment to a place that is the same for all individuals, and a
  /// choice without alternatives.
  private static boolean hasPaths(RandomSpecifications.Drawn drawn) {
    try {
      drawn.specification().rules().forEach(rule -> SymbolicPaths.of(rule, drawn.specification()));
      return true;
    } catch (IllFormed _) {
      return false;
    }
  }

  /// A drawn specification may block at once: many do not.
  @Example
  void manyValuesAreCompared() {
    int compared = 0;
    for (long seed = 0; seed < 10; seed++) {
      compared += compareConditions(RandomSpecifications.of(seed));
    }

    assertThat(compared).isGreaterThan(200);
  }

  private static int compareConditions(RandomSpecifications.Drawn drawn) {
    Interpreter interpreter = new Interpreter(drawn.specification(), drawn.world());
    try (Smt smt = new Smt()) {
      Universe universe = new Universe(smt, drawn.world().sizes());
      TermEncoding terms = new TermEncoding(universe);
      SymbolicState before = SymbolicState.unknown("", drawn.specification(), universe);
      SymbolicState after = SymbolicState.unknown("next ", drawn.specification(), universe);
      ValueImages values = new ValueImages(universe);
      Solver solver = smt.solver(Fragment.MEMORY, LIMIT);
      int compared = 0;
      for (Transition transition : transitions(interpreter)) {
        State state = transition.target();
        solver.push();
        solver.assume(before.same(values.of(state), universe));
        for (Term condition : drawn.conditions()) {
          Truth truth = terms.truth(condition, Frame.of(before));
          assertSame(truth, interpreter.holds(condition, state), solver, smt);
          compared++;
        }
        for (Transition next : interpreter.successors(state)) {
          solver.push();
          solver.assume(after.same(values.of(next.target()), universe));
          Frame frame = frame(before, next, drawn).taking(next.step().rule(), after);
          for (Term condition : drawn.stepConditions()) {
            boolean expected = interpreter.holdsOf(condition, state, next.step(), next.target());
            assertSame(terms.truth(condition, frame), expected, solver, smt);
            compared++;
          }
          solver.pop();
        }
        solver.pop();
      }
      return compared;
    }
  }

  private static void assertSame(Truth truth, boolean expected, Solver solver, Smt smt) {
    assertThat(solver.prove(truth.same(smt.truth(expected))))
        .as("value %s of %s", expected, truth)
        .isInstanceOf(Proof.Proved.class);
  }

  private static Frame frame(
      SymbolicState before, Transition next, RandomSpecifications.Drawn drawn) {
    return Frame.of(before)
        .by(
            drawn.specification().processes().stream()
                .filter(process -> process.name().equals(next.step().actor().process()))
                .findFirst()
                .flatMap(Process::over)
                .map(sort -> new Frame.Self(sort, (int) next.step().actor().self())));
  }

  /// Some steps, each into another state.
  private static Set<Transition> transitions(Interpreter interpreter) {
    Set<State> found = new LinkedHashSet<>();
    Set<Transition> steps = new LinkedHashSet<>();
    Deque<State> open = new ArrayDeque<>();
    found.add(interpreter.initial());
    open.add(interpreter.initial());
    while (!open.isEmpty() && steps.size() < STATES) {
      for (Transition transition : interpreter.successors(open.remove())) {
        if (found.add(transition.target())) {
          steps.add(transition);
          open.add(transition.target());
        }
      }
    }
    return steps;
  }
}

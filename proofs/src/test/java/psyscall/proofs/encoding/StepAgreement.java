package psyscall.proofs.encoding;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import psyscall.model.behavior.State;
import psyscall.model.behavior.Transition;
import psyscall.model.interpret.Interpreter;
import psyscall.proofs.smt.Fragment;
import psyscall.proofs.smt.Proof;
import psyscall.proofs.smt.Smt;
import psyscall.proofs.smt.Solver;
import psyscall.proofs.smt.Truth;

/// The steps of the interpreter against the formula for the rules: each step fulfils it, and no
/// other pair of states does.
public final class StepAgreement {
  private final Interpreter interpreter;
  private final Universe universe;
  private final SymbolicState before;
  private final SymbolicState after;
  private final Solver solver;

  /// For one specification in one world.
  public StepAgreement(Smt smt, Interpreter interpreter, Fragment fragment) {
    this.interpreter = interpreter;
    this.universe = new Universe(smt, interpreter.world().sizes());
    this.before = SymbolicState.unknown("", interpreter.specification(), universe);
    this.after = SymbolicState.unknown("next ", interpreter.specification(), universe);
    this.solver = smt.solver(fragment, Duration.ofSeconds(30));
    Relation relation = new Relation(universe, interpreter.specification(), before);
    solver.assume(
        smt.any(relation.steps().stream().map(step -> relation.leads(step, after)).toList()));
  }

  /// Compares all steps out of the states that are reachable within a limit.
  ///
  /// @return how many pairs of states were compared
  public int explore(int states) {
    Set<State> found = new LinkedHashSet<>();
    Deque<State> open = new ArrayDeque<>();
    found.add(interpreter.initial());
    open.add(interpreter.initial());
    int pairs = 0;
    while (!open.isEmpty()) {
      State state = open.remove();
      Set<State> targets = new LinkedHashSet<>();
      for (Transition transition : interpreter.successors(state)) {
        targets.add(transition.target());
        if (found.size() < states && found.add(transition.target())) {
          open.add(transition.target());
        }
      }
      compare(state, targets);
      pairs += targets.size();
    }
    return pairs;
  }

  private void compare(State state, Set<State> targets) {
    ValueImages values = new ValueImages(universe);
    solver.push();
    solver.assume(before.same(values.of(state), universe));
    List<Truth> reached =
        targets.stream().map(target -> after.same(values.of(target), universe)).toList();

    Proof nothingElse = solver.prove(universe.smt().any(reached));
    if (nothingElse instanceof Proof.Refuted(var model)) {
      assertThat(new StateText(universe, model).of(after)).as("not after %s", state).isEmpty();
    }
    assertThat(nothingElse).as("steps out of %s", state).isInstanceOf(Proof.Proved.class);
    int at = 0;
    for (State target : targets) {
      assertThat(solver.prove(reached.get(at).not()))
          .as("step from %s to %s", state, target)
          .isInstanceOf(Proof.Refuted.class);
      at++;
    }
    solver.pop();
  }
}

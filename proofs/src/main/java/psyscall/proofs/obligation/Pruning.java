package psyscall.proofs.obligation;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import psyscall.proofs.encoding.Frame;
import psyscall.proofs.smt.Fragment;
import psyscall.proofs.smt.Model;
import psyscall.proofs.smt.Proof;
import psyscall.proofs.smt.Solver;
import psyscall.proofs.smt.Truth;
import psyscall.spec.process.Process;
import psyscall.spec.rule.Rule;

/// Withdraws what is not kept by every step, until what is left is kept: the greatest inductive
/// part of the guesses (Flanagan, Leino: Houdini, an Annotation Assistant for ESC/Java, 2001).
final class Pruning {
  private final Induction induction;
  private final Duration limit;
  private Optional<List<String>> failure = Optional.empty();
  int queries;

  Pruning(Induction induction, Duration limit) {
    this.induction = induction;
    this.limit = limit;
  }

  /// Prunes until every step keeps what is left, or the claim itself is not kept.
  ///
  /// @return the step that breaks the claim although all that is left holds before it
  Optional<List<String>> run() {
    for (Induction.Duty duty : induction.ofInitial(induction.relation().initial())) {
      if (!duty.kept().isConstant(true)) {
        duty.part().ifPresent(part -> withdraw(part, duty.label()));
      }
    }
    while (sweep() && failure.isEmpty()) {
      continue;
    }
    return failure;
  }

  private void withdraw(Induction.Part part, int label) {
    induction.strengthening().withdraw(part.fact(), label);
  }

  /// Looks at every rule once.
  ///
  /// @return whether anything was withdrawn
  private boolean sweep() {
    int size = induction.strengthening().size();
    Solver solver = induction.universe().smt().solver(Fragment.BITS, limit);
    solver.assume(induction.always());
    solver.assume(induction.strengthened());
    for (Map.Entry<Process, List<Rule>> entry : induction.rules().entrySet()) {
      Optional<Frame.Self> self =
          induction.relation().individuals(entry.getKey()).getFirst();
      for (Rule rule : entry.getValue()) {
        prune(rule, self, solver);
        if (failure.isPresent()) {
          return true;
        }
      }
    }
    return induction.strengthening().size() < size;
  }

  private void prune(Rule rule, Optional<Frame.Self> self, Solver solver) {
    while (true) {
      List<Induction.Burdened> steps = induction.burdened(rule, self);
      List<Truth> kept = new ArrayList<>();
      for (Induction.Burdened one : steps) {
        List<Truth> duties = one.duties().stream().map(Induction.Duty::kept).toList();
        kept.add(one.step().condition().implies(induction.universe().smt().all(duties)));
      }
      queries++;
      Proof proof = solver.prove(induction.universe().smt().all(kept));
      switch (proof) {
        case Proof.Proved _ -> {
          return;
        }
        case Proof.Inconclusive(Proof.Reason _, String detail) ->
            throw new IllegalStateException("solver undecided: rule=" + rule.name() + detail);
        case Proof.Refuted(Model model) -> {
          if (!withdraw(steps, model)) {
            failure = Optional.of(Counterexample.of(induction, steps, model));
            return;
          }
        }
      }
    }
  }

  private boolean withdraw(List<Induction.Burdened> steps, Model model) {
    boolean any = false;
    for (Induction.Burdened one : steps) {
      if (model.holds(one.step().condition())) {
        for (Induction.Duty duty : one.duties()) {
          if (duty.part().isPresent() && !model.holds(duty.kept())) {
            Induction.Part part = duty.part().get();
            withdraw(part, duty.label() >= 0 ? duty.label() : induction.label(part, model));
            any = true;
          }
        }
      }
    }
    return any;
  }
}

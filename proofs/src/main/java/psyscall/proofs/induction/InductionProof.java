package psyscall.proofs.induction;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import psyscall.proofs.encoding.Frame;
import psyscall.proofs.encoding.StateText;
import psyscall.proofs.encoding.Universe;
import psyscall.proofs.obligation.Discharge;
import psyscall.proofs.obligation.ProofListener;
import psyscall.proofs.obligation.Prover;
import psyscall.proofs.smt.Fragment;
import psyscall.proofs.smt.Smt;
import psyscall.proofs.smt.Solver;
import psyscall.proofs.smt.Truth;
import psyscall.spec.process.Process;
import psyscall.spec.rule.Rule;
import psyscall.spec.rule.Specification;
import psyscall.spec.term.Term;

/// A claim proved by induction over the steps: an obligation for the start, and one for each
/// procedure of which there are rules.
///
/// Rules and facts name no individual, so the step of one thread stands for those of all: renaming
/// makes one of the other.
final class InductionProof {
  private final String theorem;
  private final Prover prover;
  private final Universe universe;

  /// What is claimed of a specification, and what may be true of it besides.
  ///
  /// @param claim the invariant
  /// @param guesses simple facts, true or not
  record Subject(
      Function<Specification, Term> claim, Function<Specification, List<Fact>> guesses) {}

  InductionProof(String theorem, Prover prover, Universe universe) {
    this.theorem = theorem;
    this.prover = prover;
    this.universe = universe;
  }

  /// Finds the facts of a specification that every step keeps.
  Strengthening strengthen(Specification specification, Subject subject, ProofListener listener) {
    long start = prover.clockNanos().getAsLong();
    Strengthening found = new Strengthening(specification, subject.guesses().apply(specification));
    Induction induction =
        new Induction(universe, specification, subject.claim().apply(specification), found);
    new Pruning(induction, prover.limit()).run();
    listener.found(
        "strengthening: facts=%d, facts at labels=%d".formatted(found.facts().size(), found.size()),
        Duration.ofNanos(prover.clockNanos().getAsLong() - start));
    return found;
  }

  /// Proves the claim with facts that were found.
  ///
  /// @param specification of which it is proved; it may be another than the one in which the facts
  ///   were found, if it has the same variables
  void prove(
      Specification specification, Subject subject, Strengthening found, ProofListener listener) {
    Induction induction =
        new Induction(
            universe, specification, subject.claim().apply(specification), found.in(specification));
    listener.discharged(start(induction));
    steps(induction, listener);
  }

  private Smt smt() {
    return universe.smt();
  }

  private Discharge start(Induction induction) {
    Solver solver = smt().solver(Fragment.BITS, prover.limit());
    List<Truth> kept =
        induction.ofInitial(induction.relation().initial()).stream()
            .map(Induction.Duty::kept)
            .toList();
    Prover.Question question =
        new Prover.Question(
            "initial",
            solver,
            smt().all(kept),
            model -> new StateText(universe, model).of(induction.relation().initial()));
    return prover.discharge(
        theorem + "/start", "the initial state fulfils the invariant", List.of(question));
  }

  private void steps(Induction induction, ProofListener listener) {
    long start = prover.clockNanos().getAsLong();
    Solver solver = smt().solver(Fragment.BITS, prover.limit());
    solver.assume(induction.always());
    solver.assume(induction.strengthened());
    Map<String, List<Prover.Question>> byProcedure = new LinkedHashMap<>();
    for (Map.Entry<Process, List<Rule>> entry : induction.rules().entrySet()) {
      for (Rule rule : entry.getValue()) {
        List<Prover.Question> questions =
            byProcedure.computeIfAbsent(rule.address().procedure(), _ -> new ArrayList<>());
        if (!induction.strengthening().isUnreached(rule.process(), induction.labelOf(rule))) {
          questions.add(question(induction, rule, induction.representative(rule), solver));
        }
      }
    }
    List<String> unreached = new ArrayList<>(byProcedure.keySet());
    unreached.removeIf(procedure -> !byProcedure.getOrDefault(procedure, List.of()).isEmpty());
    listener.found(
        "never reached, so nothing to keep: " + String.join(", ", unreached),
        Duration.ofNanos(prover.clockNanos().getAsLong() - start));
    byProcedure.keySet().removeAll(unreached);
    byProcedure.forEach(
        (procedure, questions) ->
            listener.discharged(
                prover.discharge(
                    theorem + "/" + procedure,
                    "each of its steps keeps the invariant",
                    questions)));
  }

  private Prover.Question question(
      Induction induction, Rule rule, Optional<Frame.Self> self, Solver solver) {
    List<Induction.Burdened> steps = induction.burdened(rule, self);
    List<Truth> kept =
        steps.stream()
            .map(
                one ->
                    one.step()
                        .condition()
                        .implies(
                            smt().all(one.duties().stream().map(Induction.Duty::kept).toList())))
            .toList();
    return new Prover.Question(
        rule.process() + "-" + rule.label(),
        solver,
        smt().all(kept),
        model -> Counterexample.of(induction, steps, model));
  }
}

package psyscall.proofs.induction;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import psyscall.proofs.encoding.Frame;
import psyscall.proofs.smt.Fragment;
import psyscall.proofs.smt.Model;
import psyscall.proofs.smt.Proof;
import psyscall.proofs.smt.Smt;
import psyscall.proofs.smt.Solver;
import psyscall.proofs.smt.Truth;
import psyscall.spec.process.Process;
import psyscall.spec.rule.Rule;

/// Withdraws what is not kept by every step, until what is left is kept: the greatest inductive
/// part of the guesses (Flanagan, Leino: Houdini, an Annotation Assistant for ESC/Java, 2001).
///
/// It goes along with control: first only the labels where a run starts are looked at, then those
/// whose facts became fewer, at last all, until nothing changes.
final class Pruning {
  private final Induction induction;
  private final Duration limit;
  private final Map<Place, List<Rule>> rules = new LinkedHashMap<>();
  private final Set<Place> dirty = new LinkedHashSet<>();

  /// A label of a process.
  private record Place(String process, int label) {}

  Pruning(Induction induction, Duration limit) {
    this.induction = induction;
    this.limit = limit;
    for (Map.Entry<Process, List<Rule>> entry : induction.rules().entrySet()) {
      for (Rule rule : entry.getValue()) {
        Place place = new Place(rule.process(), induction.labelOf(rule));
        rules.computeIfAbsent(place, _ -> new ArrayList<>()).add(rule);
      }
    }
  }

  private Smt smt() {
    return induction.universe().smt();
  }

  /// Prunes until every step keeps what is left; whether the claim itself is kept is not asked.
  void run() {
    for (Induction.Duty duty : induction.ofInitial(induction.relation().initial())) {
      if (!duty.kept().isConstant(true)) {
        duty.part().ifPresent(part -> withdraw(part, duty.label()));
      }
    }
    while (!dirty.isEmpty()) {
      while (!dirty.isEmpty()) {
        List<Place> round = List.copyOf(dirty);
        dirty.clear();
        look(round);
      }
      look(rules.keySet());
    }
  }

  private void withdraw(Induction.Part part, int label) {
    induction.strengthening().withdraw(part.fact(), label);
    part.fact().process().ifPresent(process -> dirty.add(new Place(process, label)));
  }

  private void look(Collection<Place> places) {
    Solver solver = smt().solver(Fragment.BITS, limit);
    solver.assume(induction.always());
    solver.assume(induction.strengthened());
    for (Place place : places) {
      for (Rule rule : rules.getOrDefault(place, List.of())) {
        prune(rule, solver);
      }
    }
  }

  private void prune(Rule rule, Solver solver) {
    Optional<Frame.Self> self = induction.representative(rule);
    boolean more = true;
    while (more) {
      List<Induction.Burdened> steps = induction.burdened(rule, self);
      List<Truth> kept = new ArrayList<>();
      for (Induction.Burdened one : steps) {
        List<Truth> facts =
            one.duties().stream()
                .filter(duty -> duty.part().isPresent())
                .map(Induction.Duty::kept)
                .toList();
        kept.add(one.step().condition().implies(smt().all(facts)));
      }
      more =
          switch (solver.prove(smt().all(kept))) {
            case Proof.Proved _ -> false;
            case Proof.Refuted(Model model) -> withdraw(steps, model);
            // What cannot be decided is not claimed any more.
            case Proof.Inconclusive _ -> withdrawAll(steps);
          };
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

  private boolean withdrawAll(List<Induction.Burdened> steps) {
    for (Induction.Burdened one : steps) {
      for (Induction.Duty duty : one.duties()) {
        if (duty.part().isPresent() && duty.label() >= 0) {
          withdraw(duty.part().get(), duty.label());
        }
      }
    }
    return false;
  }
}

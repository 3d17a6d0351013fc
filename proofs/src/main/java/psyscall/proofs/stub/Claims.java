package psyscall.proofs.stub;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import psyscall.proofs.encoding.OpenTerms;
import psyscall.proofs.encoding.Universe;
import psyscall.proofs.obligation.Discharge;
import psyscall.proofs.obligation.Prover;
import psyscall.proofs.smt.Fragment;
import psyscall.proofs.smt.Model;
import psyscall.proofs.smt.Smt;
import psyscall.proofs.smt.Solver;
import psyscall.spec.expr.Bool;
import psyscall.spec.expr.Expr;

/// Conditions about unknown states, proved for all values or shown to fail.
final class Claims {
  private final Prover prover;
  private final OpenTerms terms;
  private final Smt smt;

  /// A claim under assumptions.
  ///
  /// @param name its name within its obligation
  /// @param assumed what may be relied on
  /// @param condition what should hold
  /// @param shown what a counterexample tells, by name
  record Claim(String name, List<Bool> assumed, Bool condition, List<Shown> shown) {
    /// Copies the lists.
    Claim {
      assumed = List.copyOf(assumed);
      shown = List.copyOf(shown);
    }
  }

  /// A value that a counterexample tells.
  record Shown(String name, Expr value) {}

  Claims(Smt smt, Prover prover) {
    this.smt = smt;
    this.prover = prover;
    this.terms = new OpenTerms(new Universe(smt, Map.of()));
  }

  /// Proves claims, all of them one obligation.
  Discharge prove(String name, String text, List<Claim> claims) {
    return prover.discharge(name, text, claims.stream().map(this::question).toList());
  }

  /// Shows that one of some claims fails.
  Discharge refute(String name, String text, List<Claim> claims) {
    return prover.refute(name, text, claims.stream().map(this::question).toList());
  }

  private Prover.Question question(Claim claim) {
    Solver solver = smt.solver(Fragment.MEMORY, prover.limit());
    claim.assumed().forEach(one -> solver.assume(terms.truth(one.term())));
    return new Prover.Question(
        claim.name(), solver, terms.truth(claim.condition().term()), model -> lines(claim, model));
  }

  private List<String> lines(Claim claim, Model model) {
    List<String> lines = new ArrayList<>();
    for (Shown shown : claim.shown()) {
      lines.add(shown.name() + "=" + terms.text(shown.value().term(), model));
    }
    return lines;
  }

  static Bool all(List<Bool> conditions) {
    return Bool.all(conditions.toArray(Bool[]::new));
  }
}

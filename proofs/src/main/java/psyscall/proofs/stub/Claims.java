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
public final class Claims {
  private final Prover prover;
  private final OpenTerms terms;
  private final Smt smt;

  /// A claim under assumptions.
  ///
  /// @param name its name within its obligation
  /// @param assumed what may be relied on
  /// @param condition what should hold
  /// @param shown what a counterexample tells, by name
  public record Claim(String name, List<Bool> assumed, Bool condition, List<Shown> shown) {
    /// Copies the lists.
    public Claim {
      assumed = List.copyOf(assumed);
      shown = List.copyOf(shown);
    }
  }

  /// A value that a counterexample tells.
  ///
  /// @param name how it is called
  /// @param value what it is
  public record Shown(String name, Expr value) {}

  /// Claims for one context of a solver.
  ///
  /// @param smt the context
  /// @param prover asks the solver
  public Claims(Smt smt, Prover prover) {
    this.smt = smt;
    this.prover = prover;
    this.terms = new OpenTerms(new Universe(smt, Map.of()));
  }

  /// Proves claims, all of them one obligation.
  ///
  /// @param name its name
  /// @param text what it claims, in one clause
  /// @param claims at least one
  /// @return what came of it
  public Discharge prove(String name, String text, List<Claim> claims) {
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

  /// All of some conditions.
  ///
  /// @param conditions any number
  /// @return their conjunction
  public static Bool all(List<Bool> conditions) {
    return Bool.all(conditions.toArray(Bool[]::new));
  }
}

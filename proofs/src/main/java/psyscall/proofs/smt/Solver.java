package psyscall.proofs.smt;

import com.microsoft.z3.BoolExpr;
import com.microsoft.z3.Params;
import com.microsoft.z3.Status;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/// Proves or refutes claims under assumptions, which can be taken back in the order of a stack.
public final class Solver {
  private static final String TITLE = "psyscall";

  private final Smt smt;
  private final Fragment fragment;
  private final com.microsoft.z3.Solver solver;

  Solver(Smt smt, Fragment fragment, Duration limit) {
    if (limit.toMillis() < 1) {
      throw new IllegalArgumentException("time limit: limit=" + limit + ", minimum=1ms");
    }
    this.smt = smt;
    this.fragment = fragment;
    this.solver = smt.context().mkSolver(fragment.logic());
    Params options = smt.context().mkParams();
    options.add("timeout", (int) Math.min(Integer.MAX_VALUE, limit.toMillis()));
    solver.setParameters(options);
  }

  /// Adds an assumption.
  ///
  /// @param assumption what holds from now on
  public void assume(Truth assumption) {
    solver.add(Truth.array(List.of(assumption.expression())));
  }

  /// Begins a level of assumptions.
  public void push() {
    solver.push();
  }

  /// Takes back the assumptions since the last [#push].
  public void pop() {
    solver.pop();
  }

  /// Judges a claim under the assumptions, which stay as they are.
  ///
  /// @param claim what should hold
  /// @return proved, refuted by values under which all assumptions hold, or undecided
  public Proof prove(Truth claim) {
    if (claim.isConstant(true)) {
      return new Proof.Proved();
    }
    solver.push();
    try {
      assume(claim.not());
      Status status = solver.check();
      return switch (status) {
        case UNSATISFIABLE -> new Proof.Proved();
        case SATISFIABLE -> new Proof.Refuted(new Model(solver.getModel()));
        case UNKNOWN -> inconclusive(solver.getReasonUnknown());
      };
    } finally {
      solver.pop();
    }
  }

  private static Proof inconclusive(String detail) {
    String lower = detail.toLowerCase(Locale.ROOT);
    boolean late = lower.contains("timeout") || lower.contains("cancel");
    return new Proof.Inconclusive(late ? Proof.Reason.TIME : Proof.Reason.UNKNOWN, detail);
  }

  /// The question whether a claim holds, as SMT-LIB 2 text: unsatisfiable if it does.
  ///
  /// @param claim what should hold
  /// @return declarations, the assumptions, the negated claim, and the command to check
  public String text(Truth claim) {
    BoolExpr[] assumptions = solver.getAssertions();
    String body =
        smt.context()
            .benchmarkToSMTString(
                TITLE, fragment.logic(), "unknown", "", assumptions, claim.not().expression());
    return body.lines()
        .filter(line -> !line.startsWith("; "))
        .filter(line -> !line.startsWith("(set-info"))
        .reduce(new StringBuilder(), (all, line) -> all.append(line).append('\n'), (a, _) -> a)
        .toString();
  }

  @Override
  public String toString() {
    return Arrays.toString(solver.getAssertions());
  }
}

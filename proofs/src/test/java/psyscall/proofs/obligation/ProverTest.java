package psyscall.proofs.obligation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import psyscall.proofs.smt.Fragment;
import psyscall.proofs.smt.Smt;
import psyscall.proofs.smt.Solver;
import psyscall.proofs.smt.Truth;
import psyscall.proofs.smt.Word;

class ProverTest {
  private static final Duration LIMIT = Duration.ofSeconds(20);

  private final Smt smt = new Smt();
  private final Word x = smt.word("x", 8);
  private final Truth small = x.less(smt.word(10, 8), Word.Order.UNSIGNED);
  private final List<String> texts = new ArrayList<>();
  private final Prover prover =
      new Prover(
          LIMIT, (name, text, answer) -> texts.add(name + " " + answer + text.get()), () -> 0);

  @AfterEach
  void close() {
    smt.close();
  }

  @Test
  void obligationOverNoRuleIsRefused() {
    assertThatThrownBy(() -> prover.discharge("nothing", "each step keeps it", List.of()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("obligation over no rule: name=nothing");
  }

  @Test
  void whatHoldsIsProved() {
    Solver solver = smt.solver(Fragment.BITS, LIMIT);
    solver.assume(x.same(smt.word(3, 8)));

    Discharge discharge = prover.discharge("small", "x is small", List.of(question(solver)));

    assertThat(discharge.line()).isEqualTo("proved        small: x is small; questions=1, 0.00 s");
    assertThat(texts).singleElement().asString().startsWith("small/one unsat(set-logic QF_BV)");
  }

  @Test
  void whatFailsIsRefutedByValues() {
    Solver solver = smt.solver(Fragment.BITS, LIMIT);
    solver.assume(x.same(smt.word(12, 8)));

    Discharge discharge = prover.discharge("small", "x is small", List.of(question(solver)));

    assertThat(discharge.verdict()).isEqualTo(new Verdict.Refuted(List.of("x=12")));
    assertThat(discharge.line()).isEqualTo("REFUTED       small: x is small; 0.00 s");
    assertThat(texts).singleElement().asString().startsWith("small/one sat");
  }

  private Prover.Question question(Solver solver) {
    return new Prover.Question("one", solver, small, model -> List.of("x=" + model.bits(x)));
  }
}

package psyscall.proofs.smt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SolverTest {
  private static final Duration LIMIT = Duration.ofSeconds(20);

  private final Smt smt = new Smt();

  @AfterEach
  void close() {
    smt.close();
  }

  @Test
  void whatHoldsOfAllWordsIsProved() {
    Word x = smt.word("x", 64);
    Word y = smt.word("y", 64);
    Truth commutes = x.apply(Word.Operator.ADD, y).same(y.apply(Word.Operator.ADD, x));

    assertThat(solver(Fragment.BITS).prove(commutes)).isInstanceOf(Proof.Proved.class);
  }

  @Test
  void whatFailsForOneWordIsRefutedByIt() {
    Word x = smt.word("x", 64);
    Truth grows = x.less(x.apply(Word.Operator.ADD, smt.word(1, 64)), Word.Order.UNSIGNED);

    Proof proof = solver(Fragment.BITS).prove(grows);

    assertThat(proof).isInstanceOf(Proof.Refuted.class);
    assertThat(((Proof.Refuted) proof).model().bits(x)).isEqualTo(-1L);
  }

  @Test
  void assumptionsAreTakenBack() {
    Truth a = smt.truth("a");
    Solver solver = solver(Fragment.BITS);
    solver.push();
    solver.assume(a);

    assertThat(solver.prove(a)).isInstanceOf(Proof.Proved.class);
    solver.pop();
    assertThat(solver.prove(a)).isInstanceOf(Proof.Refuted.class);
  }

  @Test
  void memoryKeepsWhatIsStored() {
    Bytes memory = smt.bytes("memory");
    Word address = smt.word("address", 64);
    Word word = smt.word("word", 64);
    Truth same = memory.store(address, word).load(address, 8).same(word);

    assertThat(solver(Fragment.MEMORY).prove(same)).isInstanceOf(Proof.Proved.class);
  }

  /// Factoring is hard: an answer within a few milliseconds would be a false one.
  @Test
  void timeThatRunsOutIsNoSuccess() {
    Word x = smt.word("x", 64);
    Word y = smt.word("y", 64);
    Truth prime =
        x.extract(32, 32)
            .same(smt.word(0, 32))
            .and(y.extract(32, 32).same(smt.word(0, 32)))
            .and(smt.word(1, 64).less(x, Word.Order.UNSIGNED))
            .and(smt.word(1, 64).less(y, Word.Order.UNSIGNED))
            .implies(
                x.apply(Word.Operator.MULTIPLY, y)
                    .same(smt.word(0x7FFF_FFFF_FFFF_FFE7L, 64))
                    .not());

    Proof proof = smt.solver(Fragment.BITS, Duration.ofMillis(50)).prove(prime);

    assertThat(proof).isInstanceOf(Proof.Inconclusive.class);
    assertThat(((Proof.Inconclusive) proof).reason()).isEqualTo(Proof.Reason.TIME);
  }

  @Test
  void questionIsTextForAnotherSolver() {
    Word x = smt.word("x", 8);
    Solver solver = solver(Fragment.BITS);
    solver.assume(x.same(smt.word(3, 8)));

    String text = solver.text(x.less(smt.word(4, 8), Word.Order.UNSIGNED));

    assertThat(text.lines())
        .startsWith("(set-logic QF_BV)", "(declare-fun x () (_ BitVec 8))")
        .contains(" (= x (_ bv3 8)))")
        .anyMatch(line -> line.contains("bvult x (_ bv4 8)"))
        .endsWith("(check-sat)");
  }

  @Test
  void constantsAreFolded() {
    Word three = smt.word(3, 8);

    assertThat(three.apply(Word.Operator.SUBTRACT, smt.word(5, 8)).constant()).hasValue(0xFEL);
    assertThat(smt.word(0xFE, 8).less(three, Word.Order.SIGNED).isConstant(true)).isTrue();
    assertThat(smt.word(0xFE, 8).extend(16, Word.Order.SIGNED).constant()).hasValue(0xFFFEL);
    assertThat(smt.all(List.of(smt.truth("a"), smt.truth(false))).isConstant(false)).isTrue();
    assertThat(smt.any(List.of()).isConstant(false)).isTrue();
  }

  @Test
  void wordsOfDifferentWidthsAreRefused() {
    assertThatThrownBy(() -> smt.word("x", 8).same(smt.word("y", 16)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("word widths: left=8, right=16");
  }

  private Solver solver(Fragment fragment) {
    return smt.solver(fragment, LIMIT);
  }
}

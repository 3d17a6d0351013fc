package psyscall.spec.process;

import static psyscall.spec.process.Sample.COUNT;
import static psyscall.spec.process.Sample.FLAG;
import static psyscall.spec.process.Sample.assertIllFormed;

import java.util.List;
import org.junit.jupiter.api.Test;
import psyscall.spec.expr.Int;
import psyscall.spec.process.Sample.Named;

class ChoosingTest {
  @Test
  void statementAfterAChoiceThatAlwaysJumpsIsNeverReached() {
    assertIllFormed(
        new Named("p") {
          @Override
          protected void body() {
            label("l", "");
            pickValue("how many", Int.range(0, 1), List.of(Int.of(0), Int.of(1)), _ -> goTo("l"));
            set(FLAG, true);
          }
        },
        "statement that is never reached: statement=Assign",
        "l");
  }

  @Test
  void candidatesAreWithinTheSortOfTheChoice() {
    assertIllFormed(
        new Named("p") {
          @Override
          protected void body() {
            label("l", "");
            pickValue("n", Int.range(0, 1), List.of(Int.of(2)), n -> set(COUNT, n));
          }
        },
        "candidate outside the range: range=Range[low=0, high=1], candidate=Range[low=2, high=2]",
        "l");
    assertIllFormed(
        new Named("q") {
          @Override
          protected void body() {
            label("l", "");
            pickValue("n", Int.range(0, 1), List.of(), n -> set(COUNT, n));
          }
        },
        "choice without a candidate",
        "l");
  }
}

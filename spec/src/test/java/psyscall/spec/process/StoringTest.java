package psyscall.spec.process;

import static psyscall.spec.process.Sample.COUNT;
import static psyscall.spec.process.Sample.FLAG;
import static psyscall.spec.process.Sample.IDLE;
import static psyscall.spec.process.Sample.MP;
import static psyscall.spec.process.Sample.assertIllFormed;

import org.junit.jupiter.api.Test;
import psyscall.spec.expr.Bool;
import psyscall.spec.expr.Expr;
import psyscall.spec.process.Sample.Named;
import psyscall.spec.toy.TinyScheduler.M;
import psyscall.spec.toy.TinyScheduler.P;

class StoringTest {
  @Test
  void wrongSortIsNamedWithItsPlace() {
    assertIllFormed(
        new Named("p") {
          @Override
          protected void body() {
            label("l", "");
            store(FLAG, COUNT);
          }
        },
        "wrong sort: place=Truth[], value=Range[low=0, high=3]",
        "l");
  }

  @Test
  void termOfAWrongSortIsNamedWithItsPlace() {
    assertIllFormed(
        new Named("p") {
          @Override
          protected void body() {
            label("l", "");
            await(new Bool(COUNT.term()));
          }
        },
        "wrong sort: condition, wanted=Truth[], given=Range[low=0, high=3]",
        "l");
  }

  @Test
  void placeIsAVariableOrAPartOfOne() {
    assertIllFormed(
        new Named("p") {
          @Override
          protected void body() {
            label("l", "");
            set(COUNT.plus(1), COUNT);
          }
        },
        "not a place that can be stored to: term=Arithmetic",
        "l");
  }

  @Test
  void assignmentToAllGivesEachItsOwnEntry() {
    assertIllFormed(
        new Named("p") {
          @Override
          protected void body() {
            label("l", "");
            forAll(P.IDS, IDLE::has, _ -> MP.of(self(M.IDS)), p -> p.known());
          }
        },
        "place that is not an entry of each individual: term=Read",
        "l");
  }

  @Test
  void assignmentToAllStoresTheSortOfTheEntries() {
    assertIllFormed(
        new Named("p") {
          @Override
          protected void body() {
            label("l", "");
            forAll(M.IDS, _ -> FLAG, m -> (Expr) MP.of(m), m -> m);
          }
        },
        "wrong sort: place=Optional[of=Individual[name=P]], value=Individual[name=M]",
        "l");
  }
}

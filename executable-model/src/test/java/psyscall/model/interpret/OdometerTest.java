package psyscall.model.interpret;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import psyscall.model.behavior.Scalar;
import psyscall.model.behavior.Transition;
import psyscall.spec.expr.Bool;
import psyscall.spec.expr.Int;

/// The answers that the choices of a rule can be given, all of them and in order.
class OdometerTest extends ThreePs {
  @Test
  void pickTakesEachIdOfTheSet() {
    List<Transition> possible =
        steps(
            new Sketch.OneStep() {
              @Override
              void statements() {
                set(set, P2.alone().plus(P0));
                pick("the P", set, p -> remove(set, p), () -> set(x, 1));
              }
            });

    assertThat(possible).extracting(step -> read(step, "set")).containsExactly("{P2}", "{P0}");
    assertThat(possible)
        .extracting(step -> step.step().answers().toString())
        .containsExactly("[the P=P0]", "[the P=P2]");
  }

  @Test
  void pickWithoutCandidatesDoesTheOtherThing() {
    Transition step =
        only(
            new Sketch.OneStep() {
              @Override
              void statements() {
                pick("the P", set, p -> remove(set, p), () -> set(x, 1));
              }
            });

    assertThat(read(step, "x")).isEqualTo("1");
    assertThat(step.step().answers()).isEmpty();
  }

  @Test
  void pickSubsetTakesEverySubset() {
    List<Transition> possible =
        steps(
            new Sketch.OneStep() {
              @Override
              void statements() {
                pickSubset("some Ps", P0.alone().plus(P2), chosen -> set(set, chosen));
              }
            });

    assertThat(possible)
        .extracting(step -> read(step, "set"))
        .containsExactly("{}", "{P0}", "{P2}", "{P0, P2}");
  }

  @Test
  void pickValueTakesEachValueOnce() {
    List<Transition> possible =
        steps(
            new Sketch.OneStep() {
              @Override
              void statements() {
                set(y, 4);
                pickValue(
                    "the number",
                    Int.range(0, 9),
                    List.of(Int.of(7), y, Int.of(4), Int.of(0)),
                    number -> set(x, number));
              }
            });

    assertThat(possible).extracting(step -> read(step, "x")).containsExactly("7", "4", "0");
  }

  @Test
  void eitherTakesEachAlternativeThatDoesNotBlock() {
    List<Transition> possible =
        steps(
            new Sketch.OneStep() {
              @Override
              void statements() {
                either(
                    "what",
                    new Case("one", () -> set(x, 1)),
                    new Case("never", () -> await(Bool.FALSE)),
                    new Case("three", () -> set(x, 3)));
              }
            });

    assertThat(possible).extracting(step -> read(step, "x")).containsExactly("1", "3");
    assertThat(possible.get(1).step().answers().getFirst().value()).isEqualTo(Scalar.of(2));
    assertThat(possible.get(1).step()).hasToString("main step.do [what=three]");
  }

  @Test
  void laterChoicesDependOnEarlierOnes() {
    List<Transition> possible =
        steps(
            new Sketch.OneStep() {
              @Override
              void statements() {
                pick(
                    "first",
                    P.all(),
                    p -> pick("second", P.all().minus(p).minus(P0), q -> set(some, q), () -> {}),
                    () -> {});
              }
            });

    assertThat(possible)
        .extracting(step -> step.step().answers().toString())
        .containsExactly(
            "[first=P0, second=P1]",
            "[first=P0, second=P2]",
            "[first=P1, second=P2]",
            "[first=P2, second=P1]");
  }
}

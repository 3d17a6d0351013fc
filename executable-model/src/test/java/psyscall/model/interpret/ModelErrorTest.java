package psyscall.model.interpret;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import psyscall.spec.process.Block;
import psyscall.spec.rule.Rule;
import psyscall.spec.rule.Specification;

/// Mistakes of a specification are told with the place where they were met.
class ModelErrorTest extends ThreePs {
  @Test
  void mistakesNameRuleAndActor() {
    Specification specification =
        sketch.main(
            new Sketch.OneStep() {
              @Override
              void statements() {
                set(counts.of(P.individual(7)), 1);
              }
            });
    Interpreter interpreter = new Interpreter(specification, WORLD);

    assertThatThrownBy(() -> interpreter.successors(interpreter.initial()))
        .isInstanceOf(ModelError.class)
        .hasMessage(
            "no such individual: id=7, limit=0..2; rule=step.do, label=step.do, actor=main");
  }

  @Test
  void ruleThatDoesNotJumpIsAMistake() {
    Specification good =
        sketch.main(
            new Sketch.OneStep() {
              @Override
              void statements() {
                set(x, 1);
              }
            });
    Rule rule = good.rules().getFirst();
    Rule cut =
        new Rule(
            rule.process(),
            rule.label(),
            rule.address(),
            rule.kind(),
            rule.citation(),
            new Block(rule.body().lines().subList(0, 1)));
    Specification bad =
        new Specification(
            good.name(),
            good.variables(),
            good.processes(),
            List.of(cut, good.rules().get(1)),
            good.endings(),
            good.initial());

    assertThatThrownBy(() -> Sketch.steps(bad, WORLD))
        .isInstanceOf(ModelError.class)
        .hasMessage(
            "rule that does not say where it goes on; rule=step.do, label=step.do, actor=main");
  }
}

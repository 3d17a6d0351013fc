package psyscall.model.compile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import psyscall.model.behavior.State;
import psyscall.model.behavior.World;
import psyscall.model.interpret.Interpreter;
import psyscall.model.layout.Layout;
import psyscall.spec.process.Block;
import psyscall.spec.process.Line;
import psyscall.spec.process.Statement;
import psyscall.spec.rule.Rule;
import psyscall.spec.rule.Specification;
import psyscall.spec.toy.TinyMachine;
import psyscall.spec.toy.TinyMachine.Instruction;

/// How large methods and states may be.
class MethodSizeTest {
  /// The toy with the first statement of its first rule repeated.
  private static Specification repeated(int times) {
    Specification toy = TinyMachine.of(List.of(new Instruction.Immediate(0, 1L << 40)));
    Rule rule = toy.rules().getFirst();
    Line first = rule.body().lines().getFirst();
    assertThat(first.statement()).isInstanceOf(Statement.Assign.class);
    List<Line> lines =
        IntStream.range(0, times + 1)
            .mapToObj(at -> at < times ? first : rule.body().lines().getLast())
            .toList();
    Rule huge =
        new Rule(
            rule.process(),
            rule.label(),
            rule.address(),
            rule.kind(),
            rule.citation(),
            new Block(lines));
    return new Specification(
        toy.name(),
        toy.variables(),
        toy.processes(),
        List.of(huge, toy.rules().getLast()),
        toy.endings(),
        toy.initial());
  }

  private static CompiledSpecification compiled(Specification specification) {
    return CompiledSpecification.of(Layout.of(specification, World.of()), List.of(), List.of());
  }

  @Test
  void methodThatIsTooLongIsRefused() {
    assertThatThrownBy(() -> compiled(repeated(400)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "method with too much code: method=rule0 (rule=program.at0, label=program.at0,"
                + " actor=cpu), bytecodes=7578, limit=7000; split the rule or the condition, or"
                + " make the world smaller");
  }

  @Test
  void methodThatIsJustNotTooLongIsCompiled() {
    assertThat(compiled(repeated(300)).origins()).hasSize(2);
  }

  @Test
  void largeStateIsCompiled() {
    Specification machine = TinyMachine.of(List.of(new Instruction.Immediate(23, 7)));
    Layout layout = Layout.of(machine, World.of());
    CompiledSpecification compiled = compiled(machine);
    long[] state = new long[layout.words()];
    long[] targets = new long[layout.words() * compiled.maxSuccessors()];
    layout.pack(new Interpreter(machine, World.of()).initial(), state, 0);

    int count = compiled.nextState().successors(state, 0, targets, new int[1]);

    assertThat(layout.words()).isEqualTo(41);
    assertThat(count).isEqualTo(1);
    State target = layout.unpack(targets, 0);
    assertThat(target.value(TinyMachine.register(23)).scalar()).isEqualTo(7);
  }
}

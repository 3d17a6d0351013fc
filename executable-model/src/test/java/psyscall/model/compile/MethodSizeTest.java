package psyscall.model.compile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.classfile.Attributes;
import java.lang.classfile.ClassFile;
import java.lang.classfile.MethodModel;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import psyscall.model.behavior.Actor;
import psyscall.model.behavior.State;
import psyscall.model.behavior.World;
import psyscall.model.interpret.Interpreter;
import psyscall.model.interpret.ModelError;
import psyscall.model.layout.Layout;
import psyscall.spec.process.Block;
import psyscall.spec.process.Line;
import psyscall.spec.process.Statement;
import psyscall.spec.rule.Rule;
import psyscall.spec.rule.Specification;
import psyscall.spec.term.Sort;
import psyscall.spec.term.Term;
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

  /// The size of the largest method of each kind, that is, of each name without its numbers.
  private static Map<String, Integer> largest(int labels) {
    Specification specification = ManyLabels.of(labels);
    Layout layout = Layout.of(specification, World.of(ManyLabels.WORKER, 1));
    List<Origin> origins =
        specification.rules().stream()
            .map(rule -> new Origin(rule, new Actor(rule.process(), 0)))
            .toList();
    ModelClass model =
        new ModelClass(layout, origins, ManyLabels.conditions(specification, labels), List.of());
    Map<String, Integer> largest = new TreeMap<>();
    for (MethodModel method : ClassFile.of().parse(model.generate().bytes()).methods()) {
      String kind = method.methodName().stringValue().replaceAll("[0-9]", "");
      int size = method.findAttribute(Attributes.code()).orElseThrow().codeLength();
      largest.merge(kind, size, Math::max);
    }
    return largest;
  }

  @Test
  void methodsThatGoByLabelAreOneSwitchWhileThatIsSmall() {
    assertThat(largest(250))
        .containsEntry("actor", 5_495)
        .containsEntry("local", 1_033)
        .doesNotContainKeys("actorblock", "localblock");
  }

  @Test
  void methodsThatGoByLabelAreCutWhereTheyWouldBeTooLarge() {
    assertThat(largest(ManyLabels.TEN_TIMES))
        .containsEntry("actor", 155)
        .containsEntry("actorblock", 5_628)
        .containsEntry("local", 48)
        .containsEntry("localblock", 4_129);
  }

  @Test
  void conditionOnManyLabelsIsSmall() {
    assertThat(largest(64)).containsEntry("condition", 105);
    assertThat(largest(ManyLabels.TEN_TIMES)).containsEntry("condition", 364);
  }

  @Test
  void manyConditionsAreCompiled() {
    Specification toy = repeated(1);
    List<Term> conditions =
        IntStream.range(0, 1_000)
            .<Term>mapToObj(at -> new Term.Literal(Sort.TRUTH, at % 3 == 0 ? 1 : 0))
            .toList();
    CompiledSpecification compiled =
        CompiledSpecification.of(Layout.of(toy, World.of()), conditions, List.of());
    NextState next = compiled.nextState();
    long[] state = new long[compiled.layout().words()];

    assertThat(IntStream.range(0, 1_000).filter(at -> next.holds(at, state, 0)).boxed())
        .containsExactlyElementsOf(
            IntStream.range(0, 1_000).filter(at -> at % 3 == 0).boxed().toList());
    assertThatThrownBy(() -> next.holds(1_000, state, 0))
        .isInstanceOf(ModelError.class)
        .hasMessage("number of a condition that was not compiled; holds");
  }

  @Test
  void classThatIsTooLargeIsRefused() {
    Specification specification = ManyLabels.of(ManyLabels.TEN_TIMES);
    Layout layout = Layout.of(specification, World.of(ManyLabels.WORKER, 9));

    assertThatThrownBy(() -> CompiledSpecification.of(layout, List.of(), List.of()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "class with too many constants: rules of actors=20574, limit=60000 constants; leave out"
                + " procedures, or make the world smaller");
  }
}

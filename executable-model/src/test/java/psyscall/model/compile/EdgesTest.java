package psyscall.model.compile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import psyscall.model.behavior.World;
import psyscall.model.interpret.ModelError;
import psyscall.model.layout.Layout;
import psyscall.spec.citation.Citation;
import psyscall.spec.process.Address;
import psyscall.spec.process.Arm;
import psyscall.spec.process.Block;
import psyscall.spec.process.Choice;
import psyscall.spec.process.LabelText;
import psyscall.spec.process.Line;
import psyscall.spec.process.ProcedureText;
import psyscall.spec.process.Process;
import psyscall.spec.process.Protocol;
import psyscall.spec.process.Statement;
import psyscall.spec.process.StepKind;
import psyscall.spec.rule.Flattening;
import psyscall.spec.rule.Specification;
import psyscall.spec.term.Sort;
import psyscall.spec.term.Term;
import psyscall.spec.term.Var;

/// What random specifications come across too rarely.
class EdgesTest {
  private static final Citation SOURCE = new Citation("", List.of(), "", "");
  private static final Sort.Individual OTHER = new Sort.Individual("Other");
  private static final Sort.Struct BOX =
      new Sort.Struct("box", List.of(new Sort.Field("number", new Sort.Range(0, 3))));
  private static final Term FLAG = new Term.Read(new Var("flag", Sort.TRUTH, Var.Role.FIELD));
  private static final Term BOXED = new Term.Read(new Var("boxed", BOX, Var.Role.FIELD));

  private static Block block(Statement... statements) {
    return new Block(
        Arrays.stream(statements).map(s -> new Line(new Address("step", "do", 0), s)).toList());
  }

  /// A single process with one rule.
  private static Specification rule(Statement... statements) {
    Arm arm = new Arm("do", StepKind.PROTOCOL, SOURCE, block(statements));
    ProcedureText text =
        new ProcedureText(
            "step",
            "",
            SOURCE,
            List.of(),
            List.of(),
            Block.EMPTY,
            List.of(new LabelText("do", List.of(arm))));
    return Flattening.of(
        new Protocol(
            "edge",
            List.of(((Term.Read) FLAG).variable(), ((Term.Read) BOXED).variable()),
            List.of(Process.of("main", Optional.empty(), List.of("step"))),
            Map.of("step", text),
            Block.EMPTY));
  }

  private static int explored(Specification specification) {
    return new Comparison(specification, World.of(), List.of(), List.of()).explore(10);
  }

  @Test
  void stepWithNothingToChooseIsNotPossible() {
    Statement.Either none =
        new Statement.Either(
            new Choice("none", Statement.alternatives("none", List.of("none"))), List.of());

    assertThat(
            explored(
                rule(
                    new Statement.If(FLAG, block(none), Block.EMPTY),
                    new Statement.Assign(FLAG, new Term.Literal(Sort.TRUTH, 1)),
                    new Statement.Goto("do"))))
        .isEqualTo(2);
  }

  @Test
  void wayThatEndsBeforeChoiceOfNothingHasItsStep() {
    Choice none = new Choice("none", Statement.alternatives("none", List.of("none")));
    Choice both = new Choice("both", Statement.alternatives("both", List.of("on", "off")));
    Statement.Either early =
        new Statement.Either(
            both,
            List.of(
                new Statement.Alternative("on", block(new Statement.Goto("do"))),
                new Statement.Alternative("off", Block.EMPTY)));
    Specification specification =
        rule(early, new Statement.Either(none, List.of()), new Statement.Goto("do"));

    assertThat(
            CompiledSpecification.of(Layout.of(specification, World.of()), List.of(), List.of())
                .maxSuccessors())
        .isGreaterThanOrEqualTo(1);
    assertThat(explored(specification)).isEqualTo(1);
  }

  @Test
  void numberInRecordIsHeldToItsBoundsWhenItIsStored() {
    Term number = new Term.Literal(new Sort.Range(4, 4), 4);

    assertThat(
            explored(
                rule(
                    new Statement.Assign(BOXED, new Term.StructOf(BOX, List.of(number))),
                    new Statement.Goto("do"))))
        .isEqualTo(2);
  }

  @Test
  void selfOfAnotherKindIsFaultOnlyWhereItIsMet() {
    Specification specification = rule(new Statement.Goto("do"));
    Term mine = new Term.Literal(OTHER, 0);
    Term claim = new Term.Or(List.of(FLAG, new Term.Same(new Term.Self(OTHER), mine)));
    Layout layout = Layout.of(specification, World.of(OTHER, 1));
    CompiledSpecification compiled =
        CompiledSpecification.of(layout, List.of(), List.of(claim, new Term.Not(FLAG)));
    NextState next = compiled.nextState();
    long[] state = new long[layout.words()];

    assertThat(next.holdsOf(compiled.stepMethod(1, 0), state, 0, state, 0)).isTrue();
    assertThatThrownBy(() -> next.holdsOf(compiled.stepMethod(0, 0), state, 0, state, 0))
        .isInstanceOf(ModelError.class)
        .hasMessage("self in a process of another kind: sort=Other; step condition=0");
  }
}

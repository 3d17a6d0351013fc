package psyscall.model.interpret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import psyscall.model.behavior.State;
import psyscall.model.behavior.Transition;
import psyscall.model.behavior.World;
import psyscall.spec.expr.Arr;
import psyscall.spec.expr.Bool;
import psyscall.spec.expr.Id;
import psyscall.spec.expr.IdSet;
import psyscall.spec.expr.Ids;
import psyscall.spec.expr.Int;
import psyscall.spec.process.StepKind;
import psyscall.spec.rule.Specification;

/// Initial states, and the steps of processes in a fixed world.
class InterpreterTest {
  private static final Ids<Object> P = Ids.of("P");
  private static final World WORLD = World.of(P.sort(), 2);

  private final Sketch sketch = new Sketch();
  private final Int x = sketch.field("x", Int.range(0, 9));
  private final IdSet<Object> set = sketch.field("set", P.set());
  private final Arr<Object, Int> counts = sketch.field("counts", P.array(Int.range(0, 9)));

  @Test
  void initialAssignmentsChangeTheDefaults() {
    sketch.initially(
        new Sketch.Text("initial") {
          @Override
          protected void body() {
            set(x, 4);
            forAll(P, _ -> Bool.TRUE, p -> counts.of(p), _ -> x.plus(1));
          }
        });
    State state =
        new Interpreter(
                sketch.main(
                    new Sketch.OneStep() {
                      @Override
                      void statements() {}
                    }),
                WORLD)
            .initial();

    assertThat(state)
        .hasToString("[x=4, set={}, counts=[P0: 5, P1: 5], pc.main=step.do, ending=running]");
  }

  @Test
  void initialAssignmentsMayNotEndTheRun() {
    sketch.initially(
        new Sketch.Text("initial") {
          @Override
          protected void body() {
            set(x, Int.of(10));
          }
        });
    Specification specification =
        sketch.main(
            new Sketch.OneStep() {
              @Override
              void statements() {}
            });

    assertThatThrownBy(() -> new Interpreter(specification, WORLD))
        .isInstanceOf(ModelError.class)
        .hasMessage(
            "initial assignments that do not come to their end: specification=sketch,"
                + " flow=COMPLETE");
  }

  @Test
  void worldMustHaveEverySort() {
    Specification specification =
        sketch.main(
            new Sketch.OneStep() {
              @Override
              void statements() {}
            });

    assertThatThrownBy(() -> new Interpreter(specification, World.of()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("id sort without a size: sort=P, declared=[]");
  }

  @Test
  void stepsComeInAFixedOrder() {
    Specification specification =
        sketch.each(
            P.sort(),
            new Sketch.Text("work") {
              @Override
              protected void body() {
                label("a", "");
                either("way", new Case("left", () -> {}), new Case("right", () -> {}));
                or(StepKind.ENVIRONMENT, "b", "");
                pick("p", P.all(), p -> set(counts.of(p), 1), () -> {});
                label("rest", "");
                await(Bool.FALSE);
              }
            });

    assertThat(Sketch.steps(specification, WORLD))
        .extracting(step -> step.step().toString())
        .containsExactly(
            "P0 work.a [way=left]",
            "P0 work.a [way=right]",
            "P0 work.b [p=P0]",
            "P0 work.b [p=P1]",
            "P1 work.a [way=left]",
            "P1 work.a [way=right]",
            "P1 work.b [p=P0]",
            "P1 work.b [p=P1]");
  }

  @Test
  void blockedStepsLeaveNoTrace() {
    Specification specification =
        sketch.each(
            P.sort(),
            new Sketch.Text("work") {
              @Override
              protected void body() {
                label("a", "");
                Id<Object> me = self(P);
                set(counts.of(me), 7);
                add(set, me);
                pick(
                    "p",
                    P.all(),
                    p -> {
                      set(counts.of(p), 3);
                      await(p.is(me).not());
                    },
                    () -> {});
                label("b", "");
                await(Bool.FALSE);
              }
            });
    Interpreter interpreter = new Interpreter(specification, WORLD);
    State before = interpreter.initial();
    String text = before.toString();

    List<Transition> steps = interpreter.successors(before);

    assertThat(before).hasToString(text);
    assertThat(steps)
        .extracting(step -> step.target().toString())
        .containsExactly(
            "[x=0, set={P0}, counts=[P0: 7, P1: 3], pc.P=[P0: work.b, P1: work.a], ending=running]",
            "[x=0, set={P1}, counts=[P0: 3, P1: 7], pc.P=[P0: work.a, P1: work.b],"
                + " ending=running]");
    assertThat(interpreter.successors(before)).isEqualTo(steps);
  }

  @Test
  void valuesThatAStepDoesNotChangeAreShared() {
    Specification specification =
        sketch.main(
            new Sketch.OneStep() {
              @Override
              void statements() {
                set(x, 1);
              }
            });
    Interpreter interpreter = new Interpreter(specification, WORLD);
    State before = interpreter.initial();

    State after = interpreter.successors(before).getFirst().target();

    assertThat(after.value("counts")).isSameAs(before.value("counts"));
    assertThat(after).isNotEqualTo(before);
    assertThat(after.with(0, before.value(0)).with(3, before.value(3))).isEqualTo(before);
  }

  @Test
  void deadLocalsAreReset() {
    Specification specification =
        sketch.each(
            P.sort(),
            new Sketch.Text("work") {
              private final Int seen = local("seen", Int.range(0, 9));
              private final Id<Object> other = local("other", P.id());

              @Override
              protected void body() {
                label("look", "");
                set(seen, x.plus(5));
                pick(
                    "other",
                    P.all(),
                    p -> {
                      set(other, p);
                      goTo("use");
                    },
                    () -> await(Bool.FALSE));
                label("use", "");
                set(counts.of(other), seen);
                label("rest", "");
                await(Bool.FALSE);
              }
            });
    Interpreter interpreter = new Interpreter(specification, WORLD);

    State looked = interpreter.successors(interpreter.initial()).get(1).target();
    State used = interpreter.successors(looked).getFirst().target();

    assertThat(Sketch.text(looked, "P.work.seen")).isEqualTo("[P0: 5, P1: 0]");
    assertThat(Sketch.text(looked, "P.work.other")).isEqualTo("[P0: P1, P1: nil]");
    assertThat(Sketch.text(used, "counts")).isEqualTo("[P0: 0, P1: 5]");
    assertThat(Sketch.text(used, "P.work.seen")).isEqualTo("[P0: 0, P1: 0]");
    assertThat(Sketch.text(used, "P.work.other")).isEqualTo("[P0: nil, P1: nil]");
  }

  @Test
  void variablesOfAnotherSpecificationAreRefused() {
    Interpreter interpreter =
        new Interpreter(
            sketch.main(
                new Sketch.OneStep() {
                  @Override
                  void statements() {}
                }),
            WORLD);
    Sketch other = new Sketch();
    Bool foreign = other.field("foreign", Bool.TYPE);
    Bool sameName = other.field("x", Bool.TYPE);
    Int equal = other.field("x", Int.range(0, 9));

    assertThat(interpreter.holds(equal.is(0).term(), interpreter.initial())).isTrue();
    assertThatThrownBy(() -> interpreter.holds(foreign.term(), interpreter.initial()))
        .hasMessage("unknown variable: name=foreign");
    assertThatThrownBy(() -> interpreter.holds(sameName.term(), interpreter.initial()))
        .hasMessageStartingWith("another variable of the same name: declared=Var[name=x,");
  }
}

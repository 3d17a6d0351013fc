package psyscall.model.interpret;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import psyscall.model.behavior.State;
import psyscall.model.behavior.Transition;
import psyscall.spec.expr.Bool;
import psyscall.spec.expr.Id;
import psyscall.spec.expr.Int;
import psyscall.spec.process.Ending;
import psyscall.spec.process.Event;
import psyscall.spec.rule.Specification;
import psyscall.spec.term.Sort;

/// What each statement does: one step of a single process in a world of three Ps.
class ExecutionTest extends ThreePs {
  private static final Ending BAD = Ending.thrown("bad", "bad");
  private static final Ending OVER = new Ending("over", Ending.Kind.FINAL, "over");

  @Test
  void statementsRunInOrder() {
    Transition step =
        only(
            new Sketch.OneStep() {
              @Override
              void statements() {
                set(x, 4);
                set(y, x.plus(1));
                set(x, y.plus(1));
              }
            });

    assertThat(read(step, "x")).isEqualTo("6");
    assertThat(read(step, "y")).isEqualTo("5");
    assertThat(label(step)).isEqualTo("step.stop");
  }

  @Test
  void letKeepsTheValueOfItsMoment() {
    Transition step =
        only(
            new Sketch.OneStep() {
              @Override
              void statements() {
                Int before = let("before", x);
                set(x, 7);
                set(y, before);
              }
            });

    assertThat(read(step, "x")).isEqualTo("7");
    assertThat(read(step, "y")).isEqualTo("0");
  }

  @ParameterizedTest
  @CsvSource({"0, 1, step.stop", "5, 2, step.stop", "9, 0, step.do"})
  void ifTakesOneBranchAndAJumpEndsTheStep(int start, String y9, String label) {
    sketch.initially(
        new Sketch.Text("initial") {
          @Override
          protected void body() {
            set(x, start);
          }
        });

    Transition step =
        only(
            new Sketch.OneStep() {
              @Override
              void statements() {
                when(x.is(9), () -> goTo("do"));
                when(x.is(0), () -> set(y, 1), () -> set(y, 2));
              }
            });

    assertThat(read(step, "y")).isEqualTo(y9);
    assertThat(label(step)).isEqualTo(label);
  }

  @ParameterizedTest
  @CsvSource({"true, 5", "false, 8"})
  void ifSomeFollowsTheIdOrNot(boolean given, String y9) {
    Transition step =
        only(
            new Sketch.OneStep() {
              @Override
              void statements() {
                set(counts.of(P2), 5);
                if (given) {
                  set(some, P2);
                }
                ifSome(some, p -> set(y, counts.of(p)), () -> set(y, 8));
              }
            });

    assertThat(read(step, "y")).isEqualTo(y9);
  }

  @Test
  void requireFollowsAnId() {
    Transition step =
        only(
            new Sketch.OneStep() {
              @Override
              void statements() {
                set(some, P2);
                Id<Object> p = follow("p", some);
                set(counts.of(p), 6);
              }
            });

    assertThat(read(step, "counts")).isEqualTo("[P0: 0, P1: 0, P2: 6]");
  }

  @Test
  void requireOfNilEndsTheRunAndKeepsWhatWasWritten() {
    Transition step =
        only(
            new Sketch.OneStep() {
              @Override
              void statements() {
                set(x, 3);
                Id<Object> p = follow("p", some);
                set(counts.of(p), 6);
              }
            });

    assertThat(step.step().ending()).contains(Ending.NIL_DEREFERENCE);
    assertThat(read(step, "ending")).isEqualTo("nil-dereference");
    assertThat(read(step, "x")).isEqualTo("3");
    assertThat(label(step)).isEqualTo("step.do");
  }

  @Test
  void assertEndsTheRunIfItFails() {
    Transition step =
        only(
            new Sketch.OneStep() {
              @Override
              void statements() {
                check(x.is(0), OVER);
                set(x, 1);
                check(x.is(0), BAD);
                set(x, 2);
              }
            });

    assertThat(step.step().ending()).contains(BAD);
    assertThat(read(step, "ending")).isEqualTo("bad");
    assertThat(read(step, "x")).isEqualTo("1");
  }

  @Test
  void haltEndsTheRun() {
    Specification specification =
        sketch.main(
            new Sketch.Text("step") {
              @Override
              protected void body() {
                label("do", "");
                set(x, 1);
                halt(OVER);
              }
            });
    Interpreter interpreter = new Interpreter(specification, WORLD);
    Transition step = interpreter.successors(interpreter.initial()).getFirst();

    assertThat(step.step().ending()).contains(OVER);
    assertThat(read(step, "ending")).isEqualTo("over");
    assertThat(label(step)).isEqualTo("step.do");
    assertThat(interpreter.successors(step.target())).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"0, 0", "1, 1"})
  void awaitBlocksTheWholeStep(int start, int steps) {
    List<Transition> possible =
        steps(
            new Sketch.OneStep() {
              @Override
              void statements() {
                set(x, start);
                await(x.is(1));
              }
            });

    assertThat(possible).hasSize(steps);
  }

  @ParameterizedTest
  @CsvSource({"true, 1", "false, 0"})
  void sectionIsPossibleWhileItsLockIsFree(boolean free, int steps) {
    List<Transition> possible =
        steps(
            new Sketch.OneStep() {
              @Override
              void statements() {
                section("lock", Bool.of(free), () -> set(x, 1));
              }
            });

    assertThat(possible).hasSize(steps).allMatch(step -> read(step, "x").equals("1"));
  }

  @Test
  void emitNotesEventsInOrderAndTheLastClauseCounts() {
    Event moved =
        new Event(
            "Moved", List.of(new Sort.Field("p", P.sort()), new Sort.Field("x", x.term().sort())));

    Transition step =
        only(
            new Sketch.OneStep() {
              @Override
              void statements() {
                say("does nothing yet");
                emit(moved, P2, x);
                set(x, 5);
                emit(moved, P0, x);
                say("moves two Ps");
              }
            });

    assertThat(step.step().events().toString()).isEqualTo("[Moved(P2, 0), Moved(P0, 5)]");
    assertThat(step.step().clause()).isEqualTo("moves two Ps");
    assertThat(step.step().ending()).isEmpty();
  }

  @Test
  void callsReturnsAndBecomesAreGoneAfterInlining() {
    Sketch.Text twice =
        new Sketch.Text("twice") {
          private final Int by = parameter("by", Int.range(0, 9));

          @Override
          protected void body() {
            label("add", "");
            set(x, x.plus(by).plus(by));
          }
        };
    Sketch.Text other =
        new Sketch.Text("other") {
          @Override
          protected void body() {
            label("here", "");
            await(Bool.FALSE);
          }
        };
    Sketch.Text root =
        new Sketch.Text("root") {
          @Override
          protected void body() {
            label("go", "");
            call(twice, Int.of(3));
            label("next", "");
            become("other");
          }
        };
    Specification specification = sketch.main(List.of("root", "other"), root, other, twice);
    Interpreter interpreter = new Interpreter(specification, WORLD);

    State state = interpreter.initial();
    StringBuilder labels = new StringBuilder();
    while (!interpreter.successors(state).isEmpty()) {
      state = interpreter.successors(state).getFirst().target();
      labels.append(Sketch.text(state, "pc.main")).append(' ');
    }

    assertThat(labels.toString()).isEqualTo("root.go>twice.add root.next other.here ");
    assertThat(Sketch.text(state, "x")).isEqualTo("6");
  }
}

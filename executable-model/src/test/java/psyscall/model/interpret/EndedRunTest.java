package psyscall.model.interpret;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import psyscall.model.behavior.Scalar;
import psyscall.model.behavior.State;
import psyscall.model.behavior.Transition;
import psyscall.model.behavior.World;
import psyscall.spec.expr.Ids;
import psyscall.spec.expr.Int;
import psyscall.spec.process.Ending;
import psyscall.spec.toy.Mailbox;

/// What is left of a process that ended the run.
class EndedRunTest {
  /// Marks ids of a test.
  private interface A {
    Ids<A> IDS = Ids.of("A");
  }

  private static final Ending DONE = new Ending("done", Ending.Kind.FINAL, "it is done");

  @Test
  void localsOfWhoEndsItAreReset() {
    World world = World.of(Mailbox.G.IDS.sort(), 3);
    Interpreter interpreter = new Interpreter(Mailbox.specification(), world);
    int resets = 0;
    for (State state : ToyWorld.reachable(interpreter)) {
      for (Transition transition : interpreter.successors(state)) {
        if (transition.step().ending().isPresent()
            && transition.step().actor().process().equals("server")) {
          resets += state.value("server.serve.client").equals(Scalar.NIL) ? 0 : 1;
          assertThat(transition.target().value("server.serve.client")).isEqualTo(Scalar.NIL);
        }
      }
    }

    assertThat(resets).isEqualTo(216);
  }

  @Test
  void localsOfOthersAndProgramCountersStay() {
    Sketch sketch = new Sketch();
    var specification =
        sketch.each(
            A.IDS.sort(),
            new Sketch.Text("work") {
              private final Int local = local("number", Int.range(0, 9));

              @Override
              protected void body() {
                label("take", "");
                set(local, 7);
                label("end", "");
                check(local.is(7), DONE);
                set(local, 3);
                halt(DONE);
              }
            });
    World world = World.of(A.IDS.sort(), 2);
    Interpreter interpreter = new Interpreter(specification, world);
    State both = interpreter.successors(interpreter.initial()).getFirst().target();
    both = interpreter.successors(both).getLast().target();
    State ended = interpreter.successors(both).getFirst().target();

    assertThat(Sketch.text(both, "A.work.number")).isEqualTo("[A0: 7, A1: 7]");
    assertThat(Sketch.text(ended, "A.work.number")).isEqualTo("[A0: 0, A1: 7]");
    assertThat(ended.value("pc.A")).isEqualTo(both.value("pc.A"));
    assertThat(Sketch.text(ended, "ending")).isEqualTo("done");
  }
}

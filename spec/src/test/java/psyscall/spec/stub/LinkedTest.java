package psyscall.spec.stub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static psyscall.spec.machine.Register.RAX;
import static psyscall.spec.machine.Register.RBX;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import psyscall.spec.machine.Convention;
import psyscall.spec.machine.Program;
import psyscall.spec.machine.Routine;
import psyscall.spec.stub.Linked.Flow;
import psyscall.spec.stub.Linked.Step;

class LinkedTest {
  private static final Routine INNER =
      new Text()
          .pushq(RBX)
          .jls("end")
          .label("end")
          .popq(RBX)
          .ret()
          .routine("inner", Convention.C, 0);

  private static final Routine OUTER =
      new Text()
          .call("enter")
          .call("inner")
          .call("exit")
          .movq(RAX, RBX)
          .ret()
          .routine("outer", Convention.C, 0);

  private static final Linked LINKED =
      Linked.of(new Program(List.of(INNER, OUTER)), OUTER, Set.of("enter", "exit"));

  @Test
  void calleeIsPutInBehindItsCaller() {
    assertThat(LINKED.steps())
        .extracting(Step::flow)
        .containsExactly(
            new Flow.Outside("enter", 1),
            new Flow.To(5),
            new Flow.Outside("exit", 3),
            new Flow.To(4),
            new Flow.Return(),
            new Flow.To(6),
            new Flow.Branch(7, 7),
            new Flow.To(8),
            new Flow.To(2));
  }

  @Test
  void depthCountsReturnAddressesAndPushes() {
    assertThat(LINKED.steps())
        .extracting(Step::depth)
        .containsExactly(0L, 0L, 0L, 0L, 0L, 8L, 16L, 16L, 8L);
  }

  @Test
  void stepsBetweenTwoCalleesAreThoseInsideTheCall() {
    assertThat(LINKED.between("enter", "exit")).containsExactly(1, 2, 5, 6, 7, 8);
  }

  @Test
  void calleeMustBeKnown() {
    assertThatThrownBy(() -> Linked.of(new Program(List.of(OUTER)), OUTER, Set.of("enter", "exit")))
        .hasMessage("unknown routine: name=inner");
  }

  @Test
  void stackHasOneDepthAtEachInstruction() {
    Routine uneven =
        new Text().jls("end").pushq(RBX).label("end").ret().routine("f", Convention.C, 0);

    assertThatThrownBy(() -> Depths.of(uneven))
        .hasMessage("two depths of a stack: routine=f, index=2");
  }
}

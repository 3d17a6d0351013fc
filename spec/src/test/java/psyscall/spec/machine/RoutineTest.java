package psyscall.spec.machine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import psyscall.spec.term.IllFormed;

class RoutineTest {
  @Test
  void addressesOfATextLeaveSyscallItsTwoBytes() {
    Routine routine =
        Routine.laidOut(
            "f",
            Convention.C,
            0x1000,
            List.of(new Instruction.Nop(), new Instruction.Syscall(), new Instruction.Ret()));

    assertThat(routine.instructions())
        .extracting(Placed::address)
        .containsExactly(0x1000L, 0x1010L, 0x1012L);
    assertThat(routine.hasSyscall()).isTrue();
  }

  @Test
  void jumpStaysInside() {
    List<Instruction> text = List.of(new Instruction.Jump(new Target.Inside(1)));

    assertThatThrownBy(() -> Routine.laidOut("f", Convention.C, 0, text))
        .isInstanceOf(IllFormed.class)
        .hasMessage("jump to nowhere: routine=f, index=1");
  }

  @Test
  void routineHasAnInstruction() {
    assertThatThrownBy(() -> new Routine("f", Convention.C, List.of()))
        .hasMessage("routine without instructions: name=f");
  }

  @Test
  void scaleIsAPowerOfTwoUpToEight() {
    assertThatThrownBy(
            () -> new Address.Based(Address.Segment.FLAT, Optional.empty(), Optional.empty(), 3, 0))
        .hasMessage("scale of an index: scale=3, choices=[1, 2, 4, 8]");
  }
}

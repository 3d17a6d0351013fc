package psyscall.model.machine;

import static org.assertj.core.api.Assertions.assertThat;
import static psyscall.spec.machine.Register.RAX;
import static psyscall.spec.machine.Register.RDX;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import psyscall.spec.expr.Word;
import psyscall.spec.kernel.SemanticMutant;
import psyscall.spec.kernel.UserView;
import psyscall.spec.machine.Condition;
import psyscall.spec.machine.Flag;
import psyscall.spec.machine.Instruction;
import psyscall.spec.machine.Instruction.Unary;
import psyscall.spec.machine.Operand;
import psyscall.spec.machine.Placed;
import psyscall.spec.machine.Target;
import psyscall.spec.semantics.Meaning;
import psyscall.spec.semantics.X86;

class SemanticMutantTest {
  private static final Meaning RIGHT =
      new UserView(new X86(X86.Vendor.INTEL), UserView.Clobbers.CLASSIC, (_, _) -> Word.of(-1, 64));

  private static final ConcreteState STATE =
      ConcreteState.user(0).with(RAX, -1).with(RDX, 3).with(Flag.DF, true).with(Flag.ZF, true);

  /// One instruction for each that a mutant is about.
  private static final List<Instruction> INSTRUCTIONS =
      List.of(
          new Instruction.Syscall(),
          new Instruction.Move(RAX.wide(), new Operand.Imm(1), Instruction.Move.Extension.NONE),
          new Instruction.JumpIf(Condition.BE, new Target.Inside(3)),
          new Unary(Unary.Operator.NEG, RAX.quad()),
          new Unary(Unary.Operator.INC, RAX.quad()));

  private static int about(SemanticMutant mutant) {
    return switch (mutant) {
      case SYSCALL_SETS_PF, R11_HAS_TF, RCX_IS_SYSCALL, RDX_IS_LOST, DF_IS_CLEARED -> 0;
      case MOVL_KEEPS_UPPER -> 1;
      case BE_IS_B -> 2;
      case NEG_IS_NOT -> 3;
      case INC_WRITES_CF -> 4;
    };
  }

  @ParameterizedTest
  @EnumSource
  void mutantChangesItsInstructionAndNoOther(SemanticMutant mutant) {
    for (int at = 0; at < INSTRUCTIONS.size(); at++) {
      Placed placed = new Placed(0x401000, 2, INSTRUCTIONS.get(at));
      boolean differs = !outcome(RIGHT, placed).equals(outcome(mutant.of(RIGHT), placed));

      assertThat(differs).as("%s on %s", mutant, placed).isEqualTo(at == about(mutant));
    }
  }

  @Test
  void thereAreNine() {
    assertThat(SemanticMutant.values()).hasSize(9);
  }

  private static String outcome(Meaning meaning, Placed placed) {
    Processor.Taken taken = Processor.of(meaning).take(placed, STATE);
    return Changes.between(STATE, taken.state()) + " " + taken.place();
  }
}

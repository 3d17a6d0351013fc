package psyscall.model.assembly;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import psyscall.spec.machine.Address;
import psyscall.spec.machine.Convention;
import psyscall.spec.machine.Instruction;
import psyscall.spec.machine.Instruction.Binary;
import psyscall.spec.machine.Instruction.Move;
import psyscall.spec.machine.Operand;
import psyscall.spec.machine.Register;
import psyscall.spec.machine.Routine;

class CorrespondenceTest {
  private final Fields fields = new Fields(Map.of());
  private final Correspondence correspondence = new Correspondence(fields);

  @Test
  void constantMayBeMovedIntoHalfTheRegister() {
    Instruction quad = move(Register.RAX.quad(), new Operand.Imm(0xffff_f001L));
    Instruction half = move(Register.RAX.wide(), new Operand.Imm(-4095));
    Instruction negative = move(Register.RAX.quad(), new Operand.Imm(-4095));

    assertThat(compare(quad, half)).isEmpty();
    assertThat(compare(negative, half)).isPresent();
  }

  @Test
  void testMaySwapItsOperands() {
    Operand.Mem place = Address.at(Register.RCX, 8).quad();
    Instruction left = new Binary(Binary.Operator.TEST, Register.RAX.quad(), place);
    Instruction right = new Binary(Binary.Operator.TEST, place, Register.RAX.quad());

    assertThat(compare(left, right)).isEmpty();
  }

  @Test
  void offsetOfAFieldIsLearnedOnce() throws UnreadableCodeException {
    long name = fields.number("m_curg");

    assertThat(compare(load(name), load(192))).isEmpty();
    assertThat(compare(load(name + 8), load(200))).isEmpty();
    assertThat(correspondence.learned()).containsExactly(entry("m_curg", 192L));
    assertThat(compare(load(name), load(193)))
        .contains(
            new Correspondence.Difference(
                "text", 0, Optional.of(load(name)), Optional.of(load(193))));
  }

  @Test
  void lengthsMustBeEqual() {
    Routine one = routine("text", new Instruction.Ret());
    Routine two = routine("binary", new Instruction.Ret(), new Instruction.Nop());

    assertThat(correspondence.compare(one, two))
        .contains(
            new Correspondence.Difference(
                "text", 1, Optional.empty(), Optional.of(new Instruction.Nop())));
  }

  private Optional<Correspondence.Difference> compare(Instruction text, Instruction binary) {
    return correspondence.compare(routine("text", text), routine("binary", binary));
  }

  private static Instruction load(long displacement) {
    return move(Register.RAX.quad(), Address.at(Register.RBX, displacement).quad());
  }

  private static Instruction move(Operand to, Operand from) {
    return new Move(to, from, Move.Extension.NONE);
  }

  private static Routine routine(String name, Instruction... instructions) {
    return Routine.laidOut(name, Convention.GO_STACK, 0, List.of(instructions));
  }
}

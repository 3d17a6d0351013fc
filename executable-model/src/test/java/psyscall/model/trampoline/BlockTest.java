package psyscall.model.trampoline;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import psyscall.spec.machine.Register;

class BlockTest {
  @Test
  void everyRegisterHasItsWord() {
    assertThat(Block.ORDER).containsExactlyInAnyOrder(Register.values());
    assertThat(Block.ORDER)
        .allSatisfy(
            register -> assertThat(Block.ORDER.get(Block.number(register))).isEqualTo(register));
    assertThat(Block.FLAGS).isEqualTo(Block.ORDER.size());
  }

  @Test
  void halvesFollowEachOther() {
    assertThat(Block.after(Register.RAX)).isEqualTo(Block.flagsBefore() + Long.BYTES);
    assertThat(Block.flagsAfter() + Long.BYTES).isEqualTo(Block.WORDS * Long.BYTES);
  }
}

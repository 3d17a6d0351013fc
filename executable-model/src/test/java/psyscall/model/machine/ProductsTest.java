package psyscall.model.machine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static psyscall.spec.machine.Flag.CF;
import static psyscall.spec.machine.Flag.OF;
import static psyscall.spec.machine.Register.RAX;
import static psyscall.spec.machine.Register.RBX;
import static psyscall.spec.machine.Register.RCX;
import static psyscall.spec.machine.Register.RDX;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import psyscall.spec.machine.Instruction;
import psyscall.spec.machine.Placed;
import psyscall.spec.semantics.Effect;
import psyscall.spec.semantics.X86;

/// Multiplication and division on values whose outcome is known.
class ProductsTest {
  private static final long AT = 0x401000;
  private static final X86 INTEL = new X86(X86.Vendor.INTEL);
  private static final ConcreteState USER = ConcreteState.user(0);

  private static Processor.Taken take(Instruction instruction, ConcreteState before) {
    return Processor.of(INTEL).take(new Placed(AT, 4, instruction), before);
  }

  private static ConcreteState after(Instruction instruction, ConcreteState before) {
    return take(instruction, before).state();
  }

  @ParameterizedTest
  @CsvSource({
    "3, 4, 12, ''",
    "-1, -1, 1, ''",
    "-0x8000000000000000, -1, -0x8000000000000000, CO",
    "0x100000000, 0x100000000, 0, CO",
    "0x7fffffff, 0x7fffffff, 0x3fffffff00000001, ''",
  })
  void signedProductIsCutAndSaysSo(String left, String right, String result, String flags) {
    ConcreteState before = USER.with(RAX, Long.decode(left)).with(RBX, Long.decode(right));

    ConcreteState after =
        after(new Instruction.Multiply(RAX.quad(), RAX.quad(), RBX.quad()), before);

    assertThat(after.value(RAX)).isEqualTo(Long.decode(result));
    assertThat(after.value(CF)).isEqualTo(!flags.isEmpty());
    assertThat(after.value(OF)).isEqualTo(!flags.isEmpty());
  }

  @ParameterizedTest
  @CsvSource({
    "3, 4",
    "-1, -1",
    "0x123456789abcdef0, 0x0fedcba987654321",
    "0x80000000, 0x100000000",
    "0, -1",
  })
  void unsignedProductHasItsUpperHalfInRdx(String left, String right) {
    long a = Long.decode(left);
    long b = Long.decode(right);

    ConcreteState after =
        after(new Instruction.MultiplyWide(RBX.quad()), USER.with(RAX, a).with(RBX, b));

    assertThat(after.value(RAX)).isEqualTo(a * b);
    assertThat(after.value(RDX)).isEqualTo(Math.unsignedMultiplyHigh(a, b));
    assertThat(after.value(CF)).isEqualTo(Math.unsignedMultiplyHigh(a, b) != 0);
  }

  @Test
  void productOfThirtyTwoBitsIsSplitIntoTwoRegisters() {
    ConcreteState before = USER.with(RAX, 0xdead_ffff_ffffL).with(RBX, 0xffff_ffffL);

    ConcreteState after = after(new Instruction.MultiplyWide(RBX.wide()), before);

    assertThat(after.value(RAX)).isEqualTo(1);
    assertThat(after.value(RDX)).isEqualTo(0xffff_fffeL);
  }

  @Test
  void divisionIsWhatItsEquationSays() {
    Processor divider =
        new Processor(INTEL, bound -> bound.name().equals("quotient") ? 1 : 500_000);
    ConcreteState before = USER.with(RAX, 1_500_000).with(RCX, 1_000_000);
    Placed divide = new Placed(AT, 2, new Instruction.DivideWide(RCX.wide()));

    ConcreteState after = divider.take(divide, before).state();

    assertThat(after.value(RAX)).isEqualTo(1);
    assertThat(after.value(RDX)).isEqualTo(500_000);
    assertThatThrownBy(() -> Processor.of(INTEL).take(divide, before))
        .hasMessageContaining("unknown without a fitting value");
  }

  @ParameterizedTest
  @CsvSource({"0, 0", "7, 7", "7, 3"})
  void divisionFaultsWhereTheQuotientDoesNotFit(long upper, long divisor) {
    ConcreteState before = USER.with(RDX, upper).with(RCX, divisor);

    Effect.Place place = take(new Instruction.DivideWide(RCX.wide()), before).place();

    assertThat(place).isEqualTo(new Effect.Place.Fault(Effect.Exception.DIVIDE_ERROR));
  }
}

package psyscall.model.machine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static psyscall.spec.machine.Flag.CF;
import static psyscall.spec.machine.Register.RAX;
import static psyscall.spec.machine.Register.RBX;
import static psyscall.spec.machine.Register.RCX;
import static psyscall.spec.machine.Register.RDX;
import static psyscall.spec.machine.Register.RSP;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import psyscall.spec.machine.Address;
import psyscall.spec.machine.Condition;
import psyscall.spec.machine.Control;
import psyscall.spec.machine.Flag;
import psyscall.spec.machine.Instruction;
import psyscall.spec.machine.Instruction.Binary;
import psyscall.spec.machine.Instruction.Move.Extension;
import psyscall.spec.machine.Instruction.Unary;
import psyscall.spec.machine.Operand;
import psyscall.spec.machine.Placed;
import psyscall.spec.machine.Register;
import psyscall.spec.machine.Target;
import psyscall.spec.machine.Width;
import psyscall.spec.semantics.Effect;
import psyscall.spec.semantics.X86;

/// Each instruction on values whose outcome is known from the manuals. Flags are told by their
/// letters; a flag that is undefined is 0 here.
class InstructionsTest {
  private static final long ENTRY = 0xffffffff82000080L;
  private static final long AT = 0x401000;
  private static final long STACK = 0x7000;
  private static final X86 INTEL = new X86(X86.Vendor.INTEL);

  private static final ConcreteState USER = ConcreteState.user(ENTRY).with(RSP, STACK);

  private static Processor.Taken take(Instruction instruction, ConcreteState before) {
    return Processor.of(INTEL).take(new Placed(AT, 4, instruction), before);
  }

  private static ConcreteState after(Instruction instruction, ConcreteState before) {
    return take(instruction, before).state();
  }

  private static String letters(ConcreteState state) {
    Set<Flag> arithmetic = EnumSet.noneOf(Flag.class);
    state.flags().stream().filter(Flag::isArithmetic).forEach(arithmetic::add);
    return arithmetic.stream()
        .map(flag -> flag.name().substring(0, 1))
        .collect(Collectors.joining());
  }

  private static ConcreteState withFlags(String letters) {
    ConcreteState state = USER;
    for (Flag flag : Flag.values()) {
      if (flag.isArithmetic() && letters.contains(flag.name().substring(0, 1))) {
        state = state.with(flag, true);
      }
    }
    return state;
  }

  @ParameterizedTest
  @CsvSource({
    "ADD, 1, 2, 3, P",
    "ADD, -1, 1, 0, CPAZ",
    "ADD, 0x7fffffffffffffff, 1, -0x8000000000000000, PASO",
    "ADD, -0x8000000000000000, -0x8000000000000000, 0, CPZO",
    "SUB, 5, 5, 0, PZ",
    "SUB, 0, 1, -1, CPAS",
    "SUB, -0x8000000000000000, 1, 0x7fffffffffffffff, PAO",
    "SUB, 16, 1, 15, PA",
    "AND, 12, 10, 8, ''",
    "AND, -1, -0x8000000000000000, -0x8000000000000000, PS",
    "OR, 0, 0, 0, PZ",
    "OR, 1, -2, -1, PS",
    "XOR, 5, 5, 0, PZ",
    "XOR, 5, 4, 1, ''",
  })
  void twoOperandsGiveResultAndFlags(
      Binary.Operator operator, String left, String right, String result, String flags) {
    ConcreteState before = USER.with(RAX, Long.decode(left)).with(RBX, Long.decode(right));

    ConcreteState after = after(new Binary(operator, RAX.quad(), RBX.quad()), before);

    assertThat(after.value(RAX)).isEqualTo(Long.decode(result));
    assertThat(letters(after)).isEqualTo(flags);
  }

  @ParameterizedTest
  @CsvSource({
    "-4095, PZ",
    "-4096, CPAS",
    "-4094, ''",
    "0, CPA",
    "-1, ''",
  })
  void compareWithTheStubsBoundaryWritesFlagsOnly(long rax, String flags) {
    ConcreteState before = USER.with(RAX, rax);
    Operand boundary = new Operand.Imm(-4095);

    ConcreteState after = after(new Binary(Binary.Operator.CMP, RAX.quad(), boundary), before);

    assertThat(after.value(RAX)).isEqualTo(rax);
    assertThat(letters(after)).isEqualTo(flags);
  }

  @Test
  void testWritesFlagsOnly() {
    ConcreteState before = withFlags("CO").with(RAX, 6);

    ConcreteState after = after(new Binary(Binary.Operator.TEST, RAX.quad(), RAX.quad()), before);

    assertThat(after.value(RAX)).isEqualTo(6);
    assertThat(letters(after)).isEqualTo("P");
  }

  @Test
  void flagsOfThirtyTwoBitsAreThoseOfTheLowHalf() {
    ConcreteState before = USER.with(RAX, 0x1_ffff_ffffL).with(RBX, 1);

    ConcreteState after = after(new Binary(Binary.Operator.ADD, RAX.wide(), RBX.wide()), before);

    assertThat(after.value(RAX)).isZero();
    assertThat(letters(after)).isEqualTo("CPAZ");
  }

  @ParameterizedTest
  @CsvSource({
    "NEG, 0, 0, '', PZ",
    "NEG, 38, -38, '', CAS",
    "NEG, -0x8000000000000000, -0x8000000000000000, '', CPSO",
    "NOT, 0, -1, CZ, CZ",
    "INC, -1, 0, C, CPAZ",
    "INC, -1, 0, '', PAZ",
    "INC, 0x7fffffffffffffff, -0x8000000000000000, '', PASO",
    "DEC, 0, -1, '', PAS",
    "DEC, 1, 0, C, CPZ",
  })
  void oneOperandGivesResultAndFlags(
      Unary.Operator operator, String value, String result, String flags, String then) {
    ConcreteState before = withFlags(flags).with(RAX, Long.decode(value));

    ConcreteState after = after(new Unary(operator, RAX.quad()), before);

    assertThat(after.value(RAX)).isEqualTo(Long.decode(result));
    assertThat(letters(after)).isEqualTo(then);
  }

  @Test
  void moveOfThirtyTwoBitsClearsTheUpperHalf() {
    ConcreteState before = USER.with(RAX, -1);

    ConcreteState after =
        after(new Instruction.Move(RAX.wide(), new Operand.Imm(-100), Extension.NONE), before);

    assertThat(after.value(RAX)).isEqualTo(0xffffff9cL);
  }

  @Test
  void moveOfEightBitsKeepsTheRest() {
    ConcreteState before = USER.with(RAX, 0x1122334455667788L).with(RBX, 0xff);
    Operand low = new Operand.Reg(RAX, Width.BYTE);

    ConcreteState after =
        after(new Instruction.Move(low, new Operand.Reg(RBX, Width.BYTE), Extension.NONE), before);

    assertThat(after.value(RAX)).isEqualTo(0x11223344556677ffL);
  }

  @ParameterizedTest
  @CsvSource({"SIGN, -100", "ZERO, 4294967196"})
  void narrowSourceIsExtended(Extension extension, long result) {
    ConcreteState before = USER.with(RBX, 0xffffff9cL);

    ConcreteState after = after(new Instruction.Move(RAX.quad(), RBX.wide(), extension), before);

    assertThat(after.value(RAX)).isEqualTo(result);
  }

  @Test
  void moveKeepsFlags() {
    ConcreteState before = withFlags("CPAZSO");

    ConcreteState after =
        after(new Instruction.Move(RAX.quad(), new Operand.Imm(0), Extension.NONE), before);

    assertThat(letters(after)).isEqualTo("CPAZSO");
  }

  @Test
  void wordStoredIsTheWordLoaded() {
    ConcreteState before = USER.with(RAX, 0x0102030405060708L);
    Address slot = Address.at(RSP, 40);

    ConcreteState stored =
        after(new Instruction.Move(slot.quad(), RAX.quad(), Extension.NONE), before);
    ConcreteState loaded =
        after(new Instruction.Move(RBX.wide(), slot.wide(), Extension.NONE), stored);

    assertThat(stored.memory().load(STACK + 40, 8)).isEqualTo(0x0102030405060708L);
    assertThat(loaded.value(RBX)).isEqualTo(0x05060708L);
  }

  @Test
  void addressIsBaseAndScaledIndexAndDisplacement() {
    ConcreteState before = USER.with(RBX, 0x1000).with(RCX, 3);
    Address address =
        new Address.Based(Address.Segment.FLAT, Optional.of(RBX), Optional.of(RCX), 8, -4);

    assertThat(after(new Instruction.Lea(RAX.quad(), address), before).value(RAX))
        .isEqualTo(0x1000 + 24 - 4);
  }

  @Test
  void addressRelativeToRipCountsFromTheNextInstruction() {
    Instruction lea = new Instruction.Lea(RAX.quad(), new Address.RipRelative(0x10));

    assertThat(after(lea, USER).value(RAX)).isEqualTo(AT + 4 + 0x10);
  }

  @Test
  void baseOfFsIsAddedWhereMemoryIsRead() {
    ConcreteState before = USER.with(Control.FS_BASE, 0x9000).stored(0x9000 - 8, 0xc000_0001_80L);

    ConcreteState after =
        after(new Instruction.Move(RAX.quad(), Address.fs(-8).quad(), Extension.NONE), before);

    assertThat(after.value(RAX)).isEqualTo(0xc000_0001_80L);
  }

  @Test
  void pushAndPopMoveTheStack() {
    ConcreteState pushed = after(new Instruction.Push(RAX.quad()), USER.with(RAX, 77));
    ConcreteState popped = after(new Instruction.Pop(RBX.quad()), pushed);

    assertThat(pushed.value(RSP)).isEqualTo(STACK - 8);
    assertThat(popped.value(RSP)).isEqualTo(STACK);
    assertThat(popped.value(RBX)).isEqualTo(77);
  }

  @Test
  void callLeavesTheAddressThatRetGoesTo() {
    Processor.Taken called = take(new Instruction.Call(new Target.Symbol("f")), USER);
    Processor.Taken returned = take(new Instruction.Ret(), called.state());

    assertThat(called.place()).isEqualTo(new Effect.Place.At(new Target.Symbol("f")));
    assertThat(returned.rip()).isEqualTo(AT + 4);
    assertThat(returned.state().value(RSP)).isEqualTo(STACK);
  }

  @Test
  void callThroughARegisterGoesWhereItPoints() {
    Instruction call = new Instruction.Call(new Target.Indirect(RAX.quad()));

    assertThat(take(call, USER.with(RAX, 0xffffffffff600000L)).rip())
        .isEqualTo(0xffffffffff600000L);
  }

  @ParameterizedTest
  @CsvSource({
    "O, O, PS", "NO, '', O", "B, C, Z", "AE, Z, C", "E, Z, C", "NE, C, Z", "BE, C, S", "BE, Z, S",
    "A, S, CZ", "S, S, Z", "NS, Z, S", "P, P, S", "NP, S, P", "L, S, SO", "L, O, SO", "GE, SO, S",
    "LE, Z, SO", "LE, S, SO", "G, SO, Z", "G, '', ZSO",
  })
  void conditionReadsItsFlags(Condition condition, String yes, String no) {
    Instruction jump = new Instruction.JumpIf(condition, new Target.Inside(9));
    Effect.Place there = new Effect.Place.At(new Target.Inside(9));

    assertThat(take(jump, withFlags(yes)).place()).isEqualTo(there);
    assertThat(take(jump, withFlags(no)).place()).isEqualTo(new Effect.Place.Next());
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
    assertThat(letters(after)).isEqualTo(flags);
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

  @Test
  void interruptFaultsAndChangesNothing() {
    Processor.Taken taken = take(new Instruction.Interrupt(3), USER);

    assertThat(taken.place())
        .isEqualTo(new Effect.Place.Fault(Effect.Exception.SOFTWARE_INTERRUPT));
    assertThat(taken.state()).isSameAs(USER);
  }

  @Test
  void noInstructionButThoseThatCrossTheRingTouchesControlRegisters() {
    for (Register register : Register.values()) {
      Effect effect = INTEL.of(new Placed(AT, 3, new Instruction.Push(register.quad())), USER);

      assertThat(effect.controls()).as(register.name()).isEmpty();
    }
  }
}

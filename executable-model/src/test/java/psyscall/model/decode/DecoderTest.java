package psyscall.model.decode;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import psyscall.spec.machine.Address;
import psyscall.spec.machine.Condition;
import psyscall.spec.machine.Instruction;
import psyscall.spec.machine.Instruction.Binary;
import psyscall.spec.machine.Instruction.Move;
import psyscall.spec.machine.Operand;
import psyscall.spec.machine.Placed;
import psyscall.spec.machine.Register;
import psyscall.spec.machine.Target;
import psyscall.spec.machine.Width;

class DecoderTest {
  private static final long BASE = 0x401000;

  @Test
  void movesBetweenRegistersMemoryAndConstants() {
    decodes("48 89 d6", move(Register.RSI.quad(), Register.RDX.quad()));
    decodes("4c 8b 56 f8", move(Register.R10.quad(), at(Register.RSI, -8)));
    decodes("44 89 44 24 28", move(Address.at(Register.RSP, 40).wide(), Register.R8.wide()));
    decodes("b8 27 00 00 00", move(Register.RAX.wide(), new Operand.Imm(39)));
    decodes("48 c7 c0 ff ff ff ff", move(Register.RAX.quad(), new Operand.Imm(-1)));
    decodes(
        "48 b8 01 f0 ff ff ff ff ff 7f",
        move(Register.RAX.quad(), new Operand.Imm(0x7fff_ffff_ffff_f001L)));
    decodes("40 b7 80", move(reg(Register.RDI, Width.BYTE), new Operand.Imm(-128)));
    decodes("66 b8 ff ff", move(reg(Register.RAX, Width.WORD), new Operand.Imm(-1)));
    decodes(
        "c7 04 25 f1 00 00 00 f1 00 00 00",
        move(Address.absolute(0xf1).wide(), new Operand.Imm(0xf1)));
  }

  @Test
  void addressesHaveSegmentBaseIndexAndScale() {
    decodes("64 48 8b 0c 25 f8 ff ff ff", move(Register.RCX.quad(), Address.fs(-8).quad()));
    decodes(
        "64 89 01",
        move(
            new Address.Based(Address.Segment.FS, Optional.of(Register.RCX), Optional.empty(), 1, 0)
                .wide(),
            Register.RAX.wide()));
    decodes("48 8b 05 10 00 00 00", move(Register.RAX.quad(), new Address.RipRelative(16).quad()));
    decodes(
        "4b 8d 54 c5 08",
        new Instruction.Lea(
            Register.RDX.quad(),
            new Address.Based(
                Address.Segment.FLAT, Optional.of(Register.R13), Optional.of(Register.R8), 8, 8)));
    decodes("48 8d 3c 24", new Instruction.Lea(Register.RDI.quad(), Address.at(Register.RSP, 0)));
  }

  @Test
  void arithmeticKeepsTheOrderOfItsOperands() {
    Operand.Imm boundary = new Operand.Imm(-4095);
    decodes("48 3d 01 f0 ff ff", binary(Binary.Operator.CMP, Register.RAX.quad(), boundary));
    decodes("4c 3b 73 08", binary(Binary.Operator.CMP, Register.R14.quad(), at(Register.RBX, 8)));
    decodes("4c 39 73 08", binary(Binary.Operator.CMP, at(Register.RBX, 8), Register.R14.quad()));
    decodes("48 83 e4 f0", binary(Binary.Operator.AND, Register.RSP.quad(), new Operand.Imm(-16)));
    decodes("83 c8 ff", binary(Binary.Operator.OR, Register.RAX.wide(), new Operand.Imm(-1)));
    decodes("48 85 c0", binary(Binary.Operator.TEST, Register.RAX.quad(), Register.RAX.quad()));
    decodes(
        "48 69 c0 00 ca 9a 3b",
        new Instruction.Multiply(
            Register.RAX.quad(), Register.RAX.quad(), new Operand.Imm(1_000_000_000)));
    decodes("f7 e2", new Instruction.MultiplyWide(Register.RDX.wide()));
    decodes("f7 f1", new Instruction.DivideWide(Register.RCX.wide()));
    decodes("48 f7 d8", new Instruction.Unary(Instruction.Unary.Operator.NEG, Register.RAX.quad()));
    decodes("48 ff c0", new Instruction.Unary(Instruction.Unary.Operator.INC, Register.RAX.quad()));
  }

  @Test
  void controlGoesToAddresses() {
    decodes("0f 05", new Instruction.Syscall());
    decodes("48 0f 07", new Instruction.Sysret());
    decodes("48 cf", new Instruction.Iret());
    decodes("cd 03", new Instruction.Interrupt(3));
    decodes("cc", new Instruction.Interrupt(3));
    decodes("f3 c3", new Instruction.Ret());
    decodes("f3 0f 1e fa", new Instruction.Nop());
    decodes("66 2e 0f 1f 84 00 00 00 00 00", new Instruction.Nop());
    decodes("eb fe", new Instruction.Jump(new Target.Absolute(BASE)));
    decodes("e8 fb ff ff ff", new Instruction.Call(new Target.Absolute(BASE)));
    decodes("ff d0", new Instruction.Call(new Target.Indirect(Register.RAX.quad())));
    decodes("76 0e", new Instruction.JumpIf(Condition.BE, new Target.Absolute(BASE + 16)));
    decodes(
        "0f 83 0a 00 00 00", new Instruction.JumpIf(Condition.AE, new Target.Absolute(BASE + 16)));
    decodes("41 54", new Instruction.Push(Register.R12.quad()));
    decodes("41 5c", new Instruction.Pop(Register.R12.quad()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0f 0b",
        "f0 0f b1 0f",
        "66 0f ef c0",
        "48 11 d8",
        "88 e0",
        "65 48 8b 04 25 00 00 00 00",
        "0f 34",
        "f4",
        "c9",
        "d3 e0",
        "67 8b 00",
        "48 0f 05",
        "f2 c3",
        "0f 1e fa",
        "ff 28"
      })
  void otherBytesAreOutsideWithTheirAddress(String bytes) {
    Decoder.Sweep sweep = Decoder.sweep(hex("90 " + bytes), BASE);

    assertThat(sweep.instructions()).containsExactly(new Placed(BASE, 1, new Instruction.Nop()));
    assertThat(sweep.stop()).contains(new Decoder.Stop(BASE + 1, bytes));
  }

  @Test
  void instructionThatIsCutOffIsOutside() {
    for (String bytes : List.of("48", "48 8b", "48 8b 84", "e8 00 00 00", "0f", "cd")) {
      assertThat(Decoder.sweep(hex(bytes), BASE).stop())
          .as(bytes)
          .contains(new Decoder.Stop(BASE, bytes));
    }
  }

  @Test
  void instructionIsNoLongerThanFifteenBytes() {
    String longest = "66 ".repeat(8) + "c7 84 24 00 00 00 00 01 00";
    assertThat(Decoder.sweep(hex(longest), BASE).stop()).isPresent();
  }

  @Test
  void jumpsGoToInstructionsAndPaddingIsDropped() {
    Decoder.Sweep sweep = Decoder.sweep(hex("76 01 c3 0f 05 eb f9 cc cc 0f 1f 00"), BASE);

    assertThat(Destinations.resolve(sweep.instructions()))
        .isInstanceOfSatisfying(
            Destinations.Resolved.Whole.class,
            whole ->
                assertThat(whole.instructions())
                    .extracting(Placed::instruction)
                    .containsExactly(
                        new Instruction.JumpIf(Condition.BE, new Target.Inside(2)),
                        new Instruction.Ret(),
                        new Instruction.Syscall(),
                        new Instruction.Jump(new Target.Inside(0))));
  }

  @Test
  void jumpIntoAnInstructionIsTorn() {
    Decoder.Sweep sweep = Decoder.sweep(hex("76 01 b8 00 00 00 00 c3"), BASE);

    assertThat(Destinations.resolve(sweep.instructions()))
        .isEqualTo(new Destinations.Resolved.Torn(sweep.instructions().getFirst()));
  }

  private static void decodes(String bytes, Instruction instruction) {
    byte[] code = hex(bytes);
    Decoder.Sweep sweep = Decoder.sweep(code, BASE);

    assertThat(sweep.instructions())
        .as(bytes)
        .containsExactly(new Placed(BASE, code.length, instruction));
  }

  private static Instruction move(Operand to, Operand from) {
    return new Move(to, from, Move.Extension.NONE);
  }

  private static Instruction binary(Binary.Operator operator, Operand left, Operand right) {
    return new Binary(operator, left, right);
  }

  private static Operand.Mem at(Register base, long displacement) {
    return Address.at(base, displacement).quad();
  }

  private static Operand.Reg reg(Register register, Width width) {
    return new Operand.Reg(register, width);
  }

  private static byte[] hex(String bytes) {
    return HexFormat.ofDelimiter(" ").parseHex(bytes.strip());
  }
}

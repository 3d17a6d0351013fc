package psyscall.spec.machine;

import static org.assertj.core.api.Assertions.assertThat;
import static psyscall.spec.machine.Register.R8;
import static psyscall.spec.machine.Register.RAX;
import static psyscall.spec.machine.Register.RCX;
import static psyscall.spec.machine.Register.RDI;
import static psyscall.spec.machine.Register.RSP;

import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import psyscall.spec.machine.Instruction.Binary;
import psyscall.spec.machine.Instruction.Move;
import psyscall.spec.machine.Instruction.Move.Extension;
import psyscall.spec.machine.Instruction.Unary;

class ListingTest {
  private static Stream<Arguments> texts() {
    Operand boundary = new Operand.Imm(-4095);
    return Stream.of(
        Arguments.of(
            new Move(RDI.quad(), Address.at(RSP, 16).quad(), Extension.NONE), "MOVQ 16(SP), DI"),
        Arguments.of(new Move(RAX.wide(), new Operand.Imm(1), Extension.NONE), "MOVL $1, AX"),
        Arguments.of(new Move(RAX.quad(), RCX.wide(), Extension.SIGN), "MOVLQSX CX, AX"),
        Arguments.of(
            new Move(Address.absolute(0xf1).wide(), RAX.wide(), Extension.NONE), "MOVL AX, 241"),
        Arguments.of(
            new Binary(Binary.Operator.CMP, RAX.quad(), boundary), "CMPQ AX, $0xfffffffffffff001"),
        Arguments.of(
            new Binary(Binary.Operator.SUB, RSP.quad(), new Operand.Imm(8)), "SUBQ $8, SP"),
        Arguments.of(new Unary(Unary.Operator.NEG, RAX.quad()), "NEGQ AX"),
        Arguments.of(new Instruction.JumpIf(Condition.BE, new Target.Inside(18)), "JLS #18"),
        Arguments.of(
            new Instruction.Call(new Target.Symbol("runtime.entersyscall")),
            "CALL runtime.entersyscall(SB)"),
        Arguments.of(new Instruction.Call(new Target.Indirect(RAX.quad())), "CALL AX"),
        Arguments.of(new Instruction.Lea(RDI.quad(), Address.at(RSP, 8)), "LEAQ 8(SP), DI"),
        Arguments.of(new Move(RCX.quad(), Address.fs(-8).quad(), Extension.NONE), "MOVQ FS:-8, CX"),
        Arguments.of(
            new Instruction.Lea(
                RAX.quad(),
                new Address.Based(Address.Segment.FLAT, Optional.of(RCX), Optional.of(R8), 4, 0)),
            "LEAQ 0(CX)(R8*4), AX"),
        Arguments.of(new Instruction.Push(RCX.quad()), "PUSHQ CX"),
        Arguments.of(new Instruction.Interrupt(3), "INT $3"),
        Arguments.of(new Instruction.Syscall(), "SYSCALL"));
  }

  @ParameterizedTest
  @MethodSource("texts")
  void instructionReadsAsGoWritesIt(Instruction instruction, String text) {
    assertThat(Listing.of(instruction)).isEqualTo(text);
  }
}

package psyscall.model.plan9;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import psyscall.model.assembly.Fields;
import psyscall.model.assembly.Reading;
import psyscall.model.assembly.UnreadableCodeException;
import psyscall.spec.machine.Address;
import psyscall.spec.machine.Condition;
import psyscall.spec.machine.Convention;
import psyscall.spec.machine.Instruction;
import psyscall.spec.machine.Instruction.Binary;
import psyscall.spec.machine.Instruction.Move;
import psyscall.spec.machine.Operand;
import psyscall.spec.machine.Register;
import psyscall.spec.machine.Target;

class Plan9FileTest {
  private static final Operand.Imm MINUS_4095 = new Operand.Imm(-4095);

  private final Fields fields = new Fields(Map.of("known_field", 48L));

  @Test
  void stubWithoutFrameFindsItsArgumentsAboveTheReturnAddress() throws UnreadableCodeException {
    String text =
        """
        #include "textflag.h"
        #define SYS_demo (3<<4 | 1)
        // func demo(a uintptr) (r, err uintptr)
        TEXT ·demo(SB), NOSPLIT, $0-24
        	MOVQ	a+0(FP), DI
        	MOVL	$SYS_demo, AX /* 49 */
        	SYSCALL
        	CMPQ	AX, $0xfffffffffffff001
        	JLS	ok
        	NEGQ	AX; MOVQ AX, err+16(FP)
        	RET
        ok:
        	MOVQ	AX, r+8(FP)
        	RET
        """;

    Reading reading = only(text, FrameStyle.STORES);

    assertThat(reading.name()).isEqualTo("pack/age.demo");
    assertThat(reading.written()).containsExactly("·demo");
    assertThat(reading.convention()).isEqualTo(Convention.GO_STACK);
    assertThat(code(reading))
        .containsExactly(
            move(Register.RDI.quad(), stack(8)),
            move(Register.RAX.wide(), new Operand.Imm(49)),
            new Instruction.Syscall(),
            new Binary(Binary.Operator.CMP, Register.RAX.quad(), MINUS_4095),
            new Instruction.JumpIf(Condition.BE, new Target.Inside(8)),
            new Instruction.Unary(Instruction.Unary.Operator.NEG, Register.RAX.quad()),
            move(stack(24), Register.RAX.quad()),
            new Instruction.Ret(),
            move(stack(16), Register.RAX.quad()),
            new Instruction.Ret());
  }

  @Test
  void frameSavesBpAsTheReleaseDoes() throws UnreadableCodeException {
    String text = "TEXT ·f<ABIInternal>(SB), 4, $16-8\nMOVQ x+0(FP), AX\nMOVQ AX, y-8(SP)\nRET\n";

    assertThat(code(only(text, FrameStyle.STORES)))
        .containsExactly(
            new Binary(Binary.Operator.SUB, Register.RSP.quad(), new Operand.Imm(24)),
            move(stack(16), Register.RBP.quad()),
            new Instruction.Lea(Register.RBP.quad(), Address.at(Register.RSP, 16)),
            move(Register.RAX.quad(), stack(32)),
            move(stack(8), Register.RAX.quad()),
            move(Register.RBP.quad(), stack(16)),
            new Binary(Binary.Operator.ADD, Register.RSP.quad(), new Operand.Imm(24)),
            new Instruction.Ret());
    assertThat(code(only(text, FrameStyle.PUSHES)))
        .containsExactly(
            new Instruction.Push(Register.RBP.quad()),
            move(Register.RBP.quad(), Register.RSP.quad()),
            new Binary(Binary.Operator.SUB, Register.RSP.quad(), new Operand.Imm(16)),
            move(Register.RAX.quad(), stack(32)),
            move(stack(8), Register.RAX.quad()),
            new Binary(Binary.Operator.ADD, Register.RSP.quad(), new Operand.Imm(16)),
            new Instruction.Pop(Register.RBP.quad()),
            new Instruction.Ret());
  }

  @Test
  void callsWithoutFrameSaveBpOnlyInNewReleases() throws UnreadableCodeException {
    String text = "TEXT ·f(SB), 4, $0\nCALL runtime·entersyscall(SB)\nRET\n";
    Instruction call = new Instruction.Call(new Target.Symbol("runtime.entersyscall"));

    assertThat(code(only(text, FrameStyle.STORES))).containsExactly(call, new Instruction.Ret());
    assertThat(code(only(text, FrameStyle.PUSHES)))
        .startsWith(new Instruction.Push(Register.RBP.quad()))
        .hasSize(5);
    assertThat(code(only(text.replace(", 4,", ", 512|4,"), FrameStyle.PUSHES)))
        .containsExactly(call, new Instruction.Ret());
  }

  @Test
  void pushesMoveTheFrame() throws UnreadableCodeException {
    String text =
        "TEXT ·f(SB), 4, $0\nPOPQ R12\nMOVQ a+0(FP), AX\nPUSHQ R12\nMOVQ a+0(FP), AX\nRET\n";

    assertThat(code(only(text, FrameStyle.PUSHES)))
        .containsExactly(
            new Instruction.Pop(Register.R12.quad()),
            move(Register.RAX.quad(), stack(0)),
            new Instruction.Push(Register.R12.quad()),
            move(Register.RAX.quad(), stack(8)),
            new Instruction.Ret());
  }

  @Test
  void jumpsCountLinesThatTheAssemblerCounts() throws UnreadableCodeException {
    String text =
        """
        #include "go_tls.h"
        TEXT ·f(SB), 4, $0
        	JMP	4(PC)
        	get_tls(CX)
        	MOVQ	g(CX), AX
        	PCDATA	$0, $1
        	JEQ	-2(PC)
        	INT	$3
        	JMP	0(PC)
        """;

    assertThat(code(only(text, FrameStyle.PUSHES)))
        .containsExactly(
            new Instruction.Jump(new Target.Inside(2)),
            move(Register.RAX.quad(), Address.fs(-8).quad()),
            new Instruction.JumpIf(Condition.E, new Target.Inside(1)),
            new Instruction.Interrupt(3),
            new Instruction.Jump(new Target.Inside(4)));
  }

  @Test
  void fieldsOfGoStayNames() throws UnreadableCodeException {
    String text =
        """
        #include "go_asm.h"
        TEXT ·f(SB), 4, $0
        	MOVQ	(g_sched+gobuf_sp)(DX), SP
        	MOVQ	known_field+8(BX), AX
        	MOVL	$0xf1, 0xf1
        	MOVQ	$runtime·sym<>(SB), R9
        	JMP	AX
        """;

    List<Instruction> code = code(only(text, FrameStyle.PUSHES));

    long made = fields.number("g_sched+gobuf_sp");
    assertThat(fields.named(made + 8)).contains(new Fields.Field("g_sched+gobuf_sp", 8));
    assertThat(fields.named(56)).isEmpty();
    assertThat(code)
        .containsExactly(
            move(Register.RSP.quad(), Address.at(Register.RDX, made).quad()),
            move(Register.RAX.quad(), Address.at(Register.RBX, 56).quad()),
            move(Address.absolute(0xf1).wide(), new Operand.Imm(0xf1)),
            new Instruction.Lea(Register.R9.quad(), new Address.Symbol("runtime.sym", 0)),
            new Instruction.Jump(new Target.Indirect(Register.RAX.quad())));
  }

  @Test
  void conditionsAndMacrosAreFollowed() throws UnreadableCodeException {
    String text =
        """
        #define TWICE(what, where) \\
        	ADDQ what, where \\
        	ADDQ what, where
        TEXT ·f(SB), 4, $0
        #ifdef GOOS_android
        	NONSENSE
        #else
        	TWICE($(1+2*3), (5*8)(SP))
        #ifndef GOOS_linux
        	NONSENSE
        #endif
        #endif
        #undef TWICE
        	RET
        """;
    Instruction add = new Binary(Binary.Operator.ADD, stack(40), new Operand.Imm(7));

    assertThat(code(only(text, FrameStyle.PUSHES)))
        .containsExactly(add, add, new Instruction.Ret());
  }

  @Test
  void wordsOutsideTheSubsetAreSaidWithTheirLine() throws UnreadableCodeException {
    String text = "TEXT ·f(SB), 4, $0\nSYSCALL\nPXOR X15, X15\nRET\nTEXT ·g(SB), 4, $0\nRET\n";
    Plan9File file = Plan9File.parse(text, "p", FrameStyle.PUSHES, fields);

    assertThat(file.routines()).hasSize(2);
    assertThat(file.entering())
        .containsExactly(
            new Reading.Outside(
                "p.f", Convention.GO_STACK, List.of("·f"), "line=3", "PXOR X15, X15"));
  }

  private Reading only(String text, FrameStyle style) throws UnreadableCodeException {
    Plan9File file = Plan9File.parse(text, "pack/age", style, fields);
    assertThat(file.routines()).hasSize(1);
    return file.routines().getFirst();
  }

  private static List<Instruction> code(Reading reading) {
    assertThat(reading).isInstanceOf(Reading.Whole.class);
    return ((Reading.Whole) reading).routine().text();
  }

  private static Operand.Mem stack(long displacement) {
    return Address.at(Register.RSP, displacement).quad();
  }

  private static Instruction move(Operand to, Operand from) {
    return new Move(to, from, Move.Extension.NONE);
  }
}

package psyscall.model.live;

import static psyscall.spec.machine.Register.RAX;
import static psyscall.spec.machine.Register.RBX;
import static psyscall.spec.machine.Register.RCX;
import static psyscall.spec.machine.Register.RDX;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import psyscall.spec.machine.Address;
import psyscall.spec.machine.Condition;
import psyscall.spec.machine.Instruction;
import psyscall.spec.machine.Instruction.Binary.Operator;
import psyscall.spec.machine.Instruction.Move.Extension;
import psyscall.spec.machine.Operand;
import psyscall.spec.machine.Target;

/// The instructions of the subset that do not touch memory, in the forms that Go's and C's stubs
/// have them in. DIV is left out: its quotient is an unknown in the semantics.
final class Specimens {
  private static final Operand.Imm ERRORS = new Operand.Imm(-4095);

  /// The opcode of the first condition's jump over less than 128 bytes.
  private static final int JUMP = 0x70;

  /// In the order of their numbers in machine code.
  private static final List<Condition> CONDITIONS =
      List.of(
          Condition.O,
          Condition.NO,
          Condition.B,
          Condition.AE,
          Condition.E,
          Condition.NE,
          Condition.BE,
          Condition.A,
          Condition.S,
          Condition.NS,
          Condition.P,
          Condition.NP,
          Condition.L,
          Condition.GE,
          Condition.LE,
          Condition.G);

  private Specimens() {}

  /// All of them.
  ///
  /// @return each with one instruction, or with a jump over one
  static List<Specimen> all() {
    return Stream.concat(
            single().stream(), IntStream.range(0, CONDITIONS.size()).mapToObj(Specimens::jump))
        .toList();
  }

  /// A jump over an inversion, which keeps the flags.
  private static Specimen jump(int number) {
    Condition condition = CONDITIONS.get(number);
    return Specimen.of(
        "j%s over not rdx".formatted(condition.name().toLowerCase(Locale.ROOT)),
        new Specimen.Step(
            "%02x03".formatted(JUMP + number),
            new Instruction.JumpIf(condition, new Target.Inside(2))),
        new Specimen.Step(
            "48f7d2", new Instruction.Unary(Instruction.Unary.Operator.NOT, RDX.quad())));
  }

  private static List<Specimen> single() {
    return List.of(
        one("mov eax, ebx", "89d8", move(RAX.wide(), RBX.wide())),
        one("mov rax, rbx", "4889d8", move(RAX.quad(), RBX.quad())),
        one("mov rax, -4095", "48c7c001f0ffff", move(RAX.quad(), ERRORS)),
        one("mov eax, -4095", "b801f0ffff", move(RAX.wide(), ERRORS)),
        one(
            "movsxd rax, ebx",
            "4863c3",
            new Instruction.Move(RAX.quad(), RBX.wide(), Extension.SIGN)),
        one("lea rax, [rbx + rcx*8 + 16]", "488d44cb10", new Instruction.Lea(RAX.quad(), based())),
        binary("add rax, rbx", "4801d8", Operator.ADD),
        halves("add eax, ebx", "01d8", Operator.ADD),
        binary("sub rax, rbx", "4829d8", Operator.SUB),
        halves("sub eax, ebx", "29d8", Operator.SUB),
        binary("cmp rax, rbx", "4839d8", Operator.CMP),
        halves("cmp eax, ebx", "39d8", Operator.CMP),
        one(
            "cmp rax, -4095",
            "483d01f0ffff",
            new Instruction.Binary(Operator.CMP, RAX.quad(), ERRORS)),
        binary("and rax, rbx", "4821d8", Operator.AND),
        binary("test rax, rbx", "4885d8", Operator.TEST),
        halves("test eax, ebx", "85d8", Operator.TEST),
        binary("or rax, rbx", "4809d8", Operator.OR),
        binary("xor rax, rbx", "4831d8", Operator.XOR),
        halves("xor eax, ebx", "31d8", Operator.XOR),
        unary("not rax", "48f7d0", Instruction.Unary.Operator.NOT),
        unary("neg rax", "48f7d8", Instruction.Unary.Operator.NEG),
        one("neg eax", "f7d8", new Instruction.Unary(Instruction.Unary.Operator.NEG, RAX.wide())),
        unary("inc rax", "48ffc0", Instruction.Unary.Operator.INC),
        unary("dec rax", "48ffc8", Instruction.Unary.Operator.DEC),
        one(
            "imul rax, rbx",
            "480fafc3",
            new Instruction.Multiply(RAX.quad(), RAX.quad(), RBX.quad())),
        one(
            "imul rdx, rdx, 1000",
            "4869d2e8030000",
            new Instruction.Multiply(RDX.quad(), RDX.quad(), new Operand.Imm(1000))),
        one("mul edx", "f7e2", new Instruction.MultiplyWide(RDX.wide())),
        one("mul rbx", "48f7e3", new Instruction.MultiplyWide(RBX.quad())),
        one("nop", "90", new Instruction.Nop()));
  }

  private static Specimen one(String title, String hex, Instruction instruction) {
    return Specimen.of(title, new Specimen.Step(hex, instruction));
  }

  private static Instruction move(Operand to, Operand from) {
    return new Instruction.Move(to, from, Extension.NONE);
  }

  private static Address based() {
    return new Address.Based(
        Address.Segment.FLAT, Optional.of(RBX), Optional.of(RCX), Long.BYTES, 16);
  }

  private static Specimen binary(String title, String hex, Operator operator) {
    return one(title, hex, new Instruction.Binary(operator, RAX.quad(), RBX.quad()));
  }

  private static Specimen halves(String title, String hex, Operator operator) {
    return one(title, hex, new Instruction.Binary(operator, RAX.wide(), RBX.wide()));
  }

  private static Specimen unary(String title, String hex, Instruction.Unary.Operator operator) {
    return one(title, hex, new Instruction.Unary(operator, RAX.quad()));
  }
}

package psyscall.model.decode;

import java.util.Optional;
import psyscall.spec.machine.Instruction;
import psyscall.spec.machine.Instruction.Binary;
import psyscall.spec.machine.Instruction.Unary;
import psyscall.spec.machine.Operand;
import psyscall.spec.machine.Register;
import psyscall.spec.machine.Target;
import psyscall.spec.machine.Width;

/// Opcodes that compute, and the groups in which ModRM's middle bits choose the operation.
final class Arithmetic {
  private final CodeCursor cursor;
  private final Prefixes prefixes;

  /// Reads on behind an opcode.
  ///
  /// @param cursor stands behind the opcode
  /// @param prefixes what stood before it
  Arithmetic(CodeCursor cursor, Prefixes prefixes) {
    this.cursor = cursor;
    this.prefixes = prefixes;
  }

  /// The operation number in the opcode's middle bits, in six forms of operands.
  Optional<Instruction> regular(int opcode) {
    Width width = prefixes.width(opcode);
    Optional<Binary.Operator> operator = operator(opcode >> 3);
    int form = opcode & 7;
    if (operator.isEmpty() || form > 5) {
      return Optional.empty();
    }
    if (form >= 4) {
      return Optional.of(onAccumulator(operator.get(), width));
    }
    boolean toPlace = form < 2;
    return place()
        .flatMap(
            m ->
                m.place(width)
                    .flatMap(
                        place ->
                            m.other(width)
                                .map(
                                    other ->
                                        toPlace
                                            ? new Binary(operator.get(), place, other)
                                            : new Binary(operator.get(), other, place))));
  }

  /// 80, 81, 83: a place and a constant.
  Optional<Instruction> group1(int opcode) {
    Width width = prefixes.width(opcode);
    return place()
        .flatMap(
            m -> {
              var value = new Operand.Imm(opcode == 0x83 ? cursor.s8() : immediate(width));
              return operator(m.reg())
                  .flatMap(
                      operator -> m.place(width).map(place -> new Binary(operator, place, value)));
            });
  }

  Optional<Instruction> test(int opcode) {
    Width width = prefixes.width(opcode);
    return place()
        .flatMap(
            m ->
                m.place(width)
                    .flatMap(
                        place ->
                            m.other(width)
                                .map(other -> new Binary(Binary.Operator.TEST, place, other))));
  }

  Optional<Instruction> testAccumulator(int opcode) {
    return Optional.of(onAccumulator(Binary.Operator.TEST, prefixes.width(opcode)));
  }

  /// 69, 6B: a product with a constant.
  Optional<Instruction> multiplied(int opcode) {
    Width width = prefixes.width();
    return place()
        .flatMap(
            m -> {
              var value = new Operand.Imm(opcode == 0x6b ? cursor.s8() : immediate(width));
              return m.other(width)
                  .flatMap(
                      to -> m.place(width).map(left -> new Instruction.Multiply(to, left, value)));
            });
  }

  /// 0F AF: a product of two operands.
  Optional<Instruction> product() {
    Width width = prefixes.width();
    return place()
        .flatMap(
            m ->
                m.other(width)
                    .flatMap(
                        to ->
                            m.place(width).map(right -> new Instruction.Multiply(to, to, right))));
  }

  /// F6, F7.
  Optional<Instruction> group3(int opcode) {
    Width width = prefixes.width(opcode);
    boolean wide = width == Width.DOUBLE || width == Width.QUAD;
    return place()
        .flatMap(
            m ->
                m.place(width)
                    .flatMap(
                        place ->
                            switch (Integer.valueOf(m.reg())) {
                              case 0 ->
                                  Optional.of(
                                      new Binary(
                                          Binary.Operator.TEST,
                                          place,
                                          new Operand.Imm(immediate(width))));
                              case 2 -> Optional.of(new Unary(Unary.Operator.NOT, place));
                              case 3 -> Optional.of(new Unary(Unary.Operator.NEG, place));
                              case 4 ->
                                  wide
                                      ? Optional.of(new Instruction.MultiplyWide(place))
                                      : Optional.empty();
                              case 6 ->
                                  wide
                                      ? Optional.of(new Instruction.DivideWide(place))
                                      : Optional.empty();
                              case Integer _ -> Optional.empty();
                            }));
  }

  /// FE, FF.
  Optional<Instruction> group5(int opcode) {
    Width width = prefixes.width(opcode);
    return place()
        .flatMap(
            m ->
                switch (Integer.valueOf(m.reg())) {
                  case 0 -> m.place(width).map(p -> new Unary(Unary.Operator.INC, p));
                  case 1 -> m.place(width).map(p -> new Unary(Unary.Operator.DEC, p));
                  case 2 -> indirect(opcode, m).map(p -> new Instruction.Call(p));
                  case 4 -> indirect(opcode, m).map(p -> new Instruction.Jump(p));
                  case 6 ->
                      opcode == 0xff && !prefixes.half()
                          ? m.place(Width.QUAD).map(Instruction.Push::new)
                          : Optional.empty();
                  case Integer _ -> Optional.empty();
                });
  }

  /// A constant as wide as the operands, but never wider than 32 bits, with its sign.
  long immediate(Width width) {
    return switch (width) {
      case BYTE -> cursor.s8();
      case WORD -> cursor.s16();
      case DOUBLE, QUAD -> cursor.s32();
    };
  }

  private Optional<Target> indirect(int opcode, ModRm modRm) {
    return opcode == 0xff && !prefixes.half()
        ? modRm.place(Width.QUAD).map(Target.Indirect::new)
        : Optional.empty();
  }

  private Binary onAccumulator(Binary.Operator operator, Width width) {
    return new Binary(
        operator, new Operand.Reg(Register.RAX, width), new Operand.Imm(immediate(width)));
  }

  private Optional<ModRm> place() {
    return ModRm.read(cursor, prefixes);
  }

  private static Optional<Binary.Operator> operator(int number) {
    return switch (Integer.valueOf(number)) {
      case 0 -> Optional.of(Binary.Operator.ADD);
      case 1 -> Optional.of(Binary.Operator.OR);
      case 4 -> Optional.of(Binary.Operator.AND);
      case 5 -> Optional.of(Binary.Operator.SUB);
      case 6 -> Optional.of(Binary.Operator.XOR);
      case 7 -> Optional.of(Binary.Operator.CMP);
      case Integer _ -> Optional.empty();
    };
  }
}

package psyscall.model.decode;

import java.util.Optional;
import psyscall.spec.machine.Address;
import psyscall.spec.machine.Instruction;
import psyscall.spec.machine.Operand;
import psyscall.spec.machine.Register;
import psyscall.spec.machine.Width;

/// Opcodes of one byte. What is not here is outside the subset.
final class OneByteOpcodes {
  private final CodeCursor cursor;
  private final Prefixes prefixes;
  private final Branches branches;
  private final Arithmetic arithmetic;

  /// Reads on behind an opcode.
  ///
  /// @param cursor stands behind the opcode
  /// @param prefixes what stood before it
  /// @param address where the first byte of the routine lies
  OneByteOpcodes(CodeCursor cursor, Prefixes prefixes, long address) {
    this.cursor = cursor;
    this.prefixes = prefixes;
    this.branches = new Branches(cursor, address);
    this.arithmetic = new Arithmetic(cursor, prefixes);
  }

  Optional<Instruction> decode(int opcode) {
    if (!prefixes.plain()) {
      return repeated(opcode);
    }
    return switch (Integer.valueOf(opcode & 0xf8)) {
      case 0x00, 0x08, 0x10, 0x18, 0x20, 0x28, 0x30, 0x38 -> arithmetic.regular(opcode);
      case 0x50 -> stack(new Instruction.Push(prefixes.base(opcode & 7).quad()));
      case 0x58 -> stack(new Instruction.Pop(prefixes.base(opcode & 7).quad()));
      case 0x70, 0x78 -> bare(branches.jumpIf(opcode & 0xf, cursor.s8()));
      case 0xb0 -> immediateByte(opcode & 7);
      case 0xb8 -> immediate(prefixes.base(opcode & 7));
      case Integer _ -> irregular(opcode);
    };
  }

  private Optional<Instruction> irregular(int opcode) {
    return switch (Integer.valueOf(opcode)) {
      case 0x63 -> signExtended();
      case 0x68 -> stack(new Instruction.Push(new Operand.Imm(cursor.s32())));
      case 0x6a -> stack(new Instruction.Push(new Operand.Imm(cursor.s8())));
      case 0x69, 0x6b -> arithmetic.multiplied(opcode);
      case 0x80, 0x81, 0x83 -> arithmetic.group1(opcode);
      case 0x84, 0x85 -> arithmetic.test(opcode);
      case 0x88, 0x89 -> store(opcode);
      case 0x8a, 0x8b -> load(opcode);
      case 0x8d -> address();
      case 0x8f -> place().flatMap(m -> m.reg() == 0 ? popTo(m) : Optional.empty());
      case 0x90 -> prefixes.rex() == 0 ? Optional.of(new Instruction.Nop()) : Optional.empty();
      case 0xa8, 0xa9 -> arithmetic.testAccumulator(opcode);
      case 0xc3 -> bare(new Instruction.Ret());
      case 0xc6, 0xc7 -> constant(opcode);
      case 0xcc -> bare(new Instruction.Interrupt(3));
      case 0xcd -> bare(new Instruction.Interrupt(cursor.u8()));
      case 0xcf -> prefixes.w() ? Optional.of(new Instruction.Iret()) : Optional.empty();
      case 0xe8 -> bare(branches.call(cursor.s32()));
      case 0xe9 -> bare(branches.jump(cursor.s32()));
      case 0xeb -> bare(branches.jump(cursor.s8()));
      case 0xf6, 0xf7 -> arithmetic.group3(opcode);
      case 0xfe, 0xff -> arithmetic.group5(opcode);
      case Integer _ -> Optional.empty();
    };
  }

  /// `repz ret`, which old processors predicted better.
  private Optional<Instruction> repeated(int opcode) {
    boolean ret = opcode == 0xc3 && prefixes.repeat() == 0xf3 && prefixes.rex() == 0;
    return ret ? Optional.of(new Instruction.Ret()) : Optional.empty();
  }

  private Optional<ModRm> place() {
    return ModRm.read(cursor, prefixes);
  }

  private Optional<Instruction> stack(Instruction instruction) {
    return prefixes.half() || prefixes.fs() ? Optional.empty() : Optional.of(instruction);
  }

  /// An instruction that no prefix can change.
  private Optional<Instruction> bare(Instruction instruction) {
    boolean prefixed = prefixes.half() || prefixes.fs() || prefixes.rex() != 0;
    return prefixed ? Optional.empty() : Optional.of(instruction);
  }

  private Optional<Instruction> popTo(ModRm modRm) {
    return prefixes.half() ? Optional.empty() : modRm.place(Width.QUAD).map(Instruction.Pop::new);
  }

  private Optional<Instruction> immediateByte(int number) {
    long value = cursor.s8();
    if (prefixes.rex() == 0 && number >= 4) {
      return Optional.empty();
    }
    return Optional.of(
        move(new Operand.Reg(prefixes.base(number), Width.BYTE), new Operand.Imm(value)));
  }

  private Optional<Instruction> immediate(Register register) {
    Width width = prefixes.width();
    long value =
        switch (width) {
          case QUAD -> cursor.s64();
          case WORD -> cursor.s16();
          case BYTE, DOUBLE -> cursor.s32();
        };
    return Optional.of(move(new Operand.Reg(register, width), new Operand.Imm(value)));
  }

  private Optional<Instruction> signExtended() {
    return place()
        .filter(_ -> prefixes.w())
        .flatMap(
            m ->
                m.other(Width.QUAD)
                    .flatMap(
                        to ->
                            m.place(Width.DOUBLE)
                                .map(
                                    from ->
                                        new Instruction.Move(
                                            to, from, Instruction.Move.Extension.SIGN))));
  }

  private Optional<Instruction> store(int opcode) {
    Width width = prefixes.width(opcode);
    return place()
        .flatMap(m -> m.place(width).flatMap(to -> m.other(width).map(from -> move(to, from))));
  }

  private Optional<Instruction> load(int opcode) {
    Width width = prefixes.width(opcode);
    return place()
        .flatMap(m -> m.other(width).flatMap(to -> m.place(width).map(from -> move(to, from))));
  }

  private Optional<Instruction> address() {
    Width width = prefixes.width();
    return place()
        .flatMap(
            m ->
                m.address()
                    .flatMap(at -> m.other(width).map(to -> new Instruction.Lea(to, flat(at)))));
  }

  private static Address flat(Address address) {
    return switch (address) {
      case Address.Based(_, var base, var index, int scale, long displacement) ->
          new Address.Based(Address.Segment.FLAT, base, index, scale, displacement);
      case Address.RipRelative relative -> relative;
      case Address.Symbol symbol -> symbol;
    };
  }

  private Optional<Instruction> constant(int opcode) {
    Width width = prefixes.width(opcode);
    return place()
        .filter(m -> m.reg() == 0)
        .flatMap(
            m -> {
              var value = new Operand.Imm(arithmetic.immediate(width));
              return m.place(width).map(to -> move(to, value));
            });
  }

  private static Instruction move(Operand to, Operand from) {
    return new Instruction.Move(to, from, Instruction.Move.Extension.NONE);
  }
}

package psyscall.spec.machine;

/// Instructions as text, with Go's mnemonics and Go's order of operands.
///
/// A place on the stack is told from RSP; a jump inside a routine names the number of the
/// instruction.
public final class Listing {
  private static final int SHORT_MAX = 4096;

  private Listing() {}

  /// An instruction.
  ///
  /// @param instruction which
  /// @return such as `MOVQ 16(SP), DI`
  public static String of(Instruction instruction) {
    return switch (instruction) {
      case Instruction.Move(Operand to, Operand from, Instruction.Move.Extension extension) ->
          two(move(to, from, extension), from, to);
      case Instruction.Lea(Operand.Reg to, Address address) ->
          "LEA" + letter(to.width()) + " " + of(address) + ", " + operand(to);
      case Instruction.Binary(Instruction.Binary.Operator operator, Operand to, Operand from) ->
          switch (operator) {
            case CMP -> two("CMP" + letter(to, from), to, from);
            case ADD, SUB, AND, TEST, OR, XOR -> two(operator + letter(to, from), from, to);
          };
      case Instruction.Unary(Instruction.Unary.Operator operator, Operand operand) ->
          operator + letter(operand, operand) + " " + operand(operand);
      case Instruction.Multiply(Operand.Reg to, Operand left, Operand right) ->
          left.equals(to)
              ? two("IMUL" + letter(to.width()), right, to)
              : "IMUL3"
                  + letter(to.width())
                  + " "
                  + operand(right)
                  + ", "
                  + two("", left, to).trim();
      case Instruction.MultiplyWide(Operand factor) ->
          "MUL" + letter(factor, factor) + " " + operand(factor);
      case Instruction.DivideWide(Operand divisor) ->
          "DIV" + letter(divisor, divisor) + " " + operand(divisor);
      case Instruction.Push(Operand source) -> "PUSHQ " + operand(source);
      case Instruction.Pop(Operand destination) -> "POPQ " + operand(destination);
      case Instruction.Call(Target target) -> "CALL " + target(target);
      case Instruction.Jump(Target target) -> "JMP " + target(target);
      case Instruction.JumpIf(Condition condition, Target target) ->
          jump(condition) + " " + target(target);
      case Instruction.Ret _ -> "RET";
      case Instruction.Interrupt(int vector) -> "INT $" + vector;
      case Instruction.Syscall _ -> "SYSCALL";
      case Instruction.Sysret _ -> "SYSRETQ";
      case Instruction.Iret _ -> "IRETQ";
      case Instruction.Nop _ -> "NOP";
    };
  }

  private static String move(Operand to, Operand from, Instruction.Move.Extension extension) {
    return switch (extension) {
      case NONE -> "MOV" + letter(to, from);
      case ZERO -> "MOV" + letter(from, from) + letter(to, to) + "ZX";
      case SIGN -> "MOV" + letter(from, from) + letter(to, to) + "SX";
    };
  }

  private static String two(String mnemonic, Operand first, Operand second) {
    return mnemonic + " " + operand(first) + ", " + operand(second);
  }

  private static String letter(Operand operand, Operand otherwise) {
    return switch (operand) {
      case Operand.Reg(_, Width width) -> letter(width);
      case Operand.Mem(_, Width width) -> letter(width);
      case Operand.Imm _, Operand.SymbolAddress _ ->
          operand.equals(otherwise) ? letter(Width.QUAD) : letter(otherwise, operand);
    };
  }

  private static String letter(Width width) {
    return switch (width) {
      case BYTE -> "B";
      case WORD -> "W";
      case DOUBLE -> "L";
      case QUAD -> "Q";
    };
  }

  private static String operand(Operand operand) {
    return switch (operand) {
      case Operand.Reg(Register register, _) -> register.plan9();
      case Operand.Imm(long value) -> "$" + number(value);
      case Operand.Mem(Address address, _) -> of(address);
      case Operand.SymbolAddress(String symbol, long offset) -> "$" + symbol(symbol, offset);
    };
  }

  /// An address.
  ///
  /// @param address which
  /// @return such as `16(SP)`
  public static String of(Address address) {
    return switch (address) {
      case Address.RipRelative(long displacement) -> displacement + "(IP)";
      case Address.Symbol(String symbol, long offset) -> symbol(symbol, offset);
      case Address.Based based -> based(based);
    };
  }

  private static String based(Address.Based based) {
    StringBuilder text = new StringBuilder();
    if (based.segment() == Address.Segment.FS) {
      text.append("FS:");
    }
    boolean isBare = based.base().isEmpty() && based.index().isEmpty();
    text.append(isBare ? number(based.displacement()) : Long.toString(based.displacement()));
    based.base().ifPresent(base -> text.append("(").append(base.plan9()).append(")"));
    based
        .index()
        .ifPresent(
            index -> text.append("(").append(index.plan9()).append("*" + based.scale() + ")"));
    return text.toString();
  }

  private static String symbol(String symbol, long offset) {
    return symbol + (offset == 0 ? "" : "+" + offset) + "(SB)";
  }

  private static String target(Target target) {
    return switch (target) {
      case Target.Inside(int index) -> "#" + index;
      case Target.Symbol(String name) -> name + "(SB)";
      case Target.Absolute(long address) -> number(address);
      case Target.Indirect(Operand operand) -> operand(operand);
    };
  }

  /// A number: decimal where it is small, hexadecimal otherwise.
  ///
  /// @param value 64 bits
  /// @return such as `-1` or `0xfffffffffffff001`
  public static String number(long value) {
    boolean isSmall = value > -SHORT_MAX / 16 && value < SHORT_MAX;
    return isSmall ? Long.toString(value) : "0x" + Long.toHexString(value);
  }

  /// Go's name of a conditional jump.
  ///
  /// @param condition its condition
  /// @return such as `JLS`
  public static String jump(Condition condition) {
    return "J"
        + switch (condition) {
          case O -> "OS";
          case NO -> "OC";
          case B -> "LO";
          case AE -> "HS";
          case E -> "EQ";
          case NE -> "NE";
          case BE -> "LS";
          case A -> "HI";
          case S -> "MI";
          case NS -> "PL";
          case P -> "PS";
          case NP -> "PC";
          case L -> "LT";
          case GE -> "GE";
          case LE -> "LE";
          case G -> "GT";
        };
  }
}

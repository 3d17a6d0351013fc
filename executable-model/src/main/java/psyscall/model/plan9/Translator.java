package psyscall.model.plan9;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import psyscall.model.assembly.UnreadableCodeException;
import psyscall.model.plan9.RoutineAssembler.Line;
import psyscall.spec.machine.Address;
import psyscall.spec.machine.Condition;
import psyscall.spec.machine.Instruction;
import psyscall.spec.machine.Instruction.Binary;
import psyscall.spec.machine.Instruction.Move.Extension;
import psyscall.spec.machine.Instruction.Unary;
import psyscall.spec.machine.Operand;
import psyscall.spec.machine.Target;
import psyscall.spec.machine.Width;

/// Turns a line into instructions, at one point of a routine.
///
/// A jump inside the routine has the position of a line as its target, not yet of an instruction.
///
/// @param placer how operands become operands of the machine
/// @param jumps where jumps of the line go
record Translator(Placer placer, JumpFinder jumps) {
  private static final int VECTOR_MAX = 255;

  /// Finds the line that a jump goes to.
  interface JumpFinder {
    /// Finds it.
    ///
    /// @param operand a label or a distance
    /// @return the position of the line
    /// @throws UnreadableCodeException if there is no such line
    int line(SourceOperand operand) throws UnreadableCodeException;
  }

  /// Translates a line that is neither RET nor a pseudo-instruction.
  ///
  /// @param line the line
  /// @return its instructions; nothing at all if it is outside the subset
  /// @throws UnreadableCodeException if the word is unknown or its operands cannot be
  Optional<List<Instruction>> translate(Line line) throws UnreadableCodeException {
    if (line.word().equals("ADJSP")) {
      List<Instruction> code = new ArrayList<>();
      Frame.adjust(code, adjustment(line));
      return Optional.of(code);
    }
    if (threadBase(line) || line.word().equals("NOP")) {
      return Optional.of(List.of());
    }
    return one(line).map(List::of);
  }

  /// What ADJSP subtracts from SP.
  ///
  /// @param line the line
  /// @return the number of bytes
  /// @throws UnreadableCodeException if it is no known number
  static long adjustment(Line line) throws UnreadableCodeException {
    line.require(1);
    if (line.operand(0) instanceof SourceOperand.Constant(Sum sum) && sum.known()) {
      return sum.number();
    }
    throw line.malformed("a number is wanted");
  }

  /// `MOVQ TLS, CX` is dropped by the assembler, since what follows speaks of FS directly.
  private static boolean threadBase(Line line) {
    return line.word().equals("MOVQ")
        && line.operands().size() == 2
        && line.operand(0) instanceof SourceOperand.ThreadBase
        && line.operand(1) instanceof SourceOperand.Reg;
  }

  private Optional<Instruction> one(Line line) throws UnreadableCodeException {
    Optional<Condition> condition = Words.condition(line.word());
    if (condition.isPresent()) {
      line.require(1);
      var target = new Target.Inside(jumps.line(line.operand(0)));
      return Optional.of(new Instruction.JumpIf(condition.get(), target));
    }
    return switch (line.word()) {
      case "SYSCALL" -> none(line, new Instruction.Syscall());
      case "INT" -> interrupt(line);
      case "CALL" -> target(line).map(Instruction.Call::new);
      case "JMP" -> target(line).map(Instruction.Jump::new);
      case "PUSHQ" -> single(line, Width.QUAD).map(Instruction.Push::new);
      case "POPQ" -> single(line, Width.QUAD).map(Instruction.Pop::new);
      case "MOVLQSX" -> extended(line, Width.QUAD, Width.DOUBLE, Extension.SIGN);
      case "MOVLQZX" -> move(line, Width.DOUBLE);
      case "MOVBLZX" -> extended(line, Width.DOUBLE, Width.BYTE, Extension.ZERO);
      case "MOVWLZX" -> extended(line, Width.DOUBLE, Width.WORD, Extension.ZERO);
      case "IMUL3Q" -> product(line, Width.QUAD);
      case "IMUL3L" -> product(line, Width.DOUBLE);
      case String word -> sized(line, word);
    };
  }

  private Optional<Instruction> sized(Line line, String word) throws UnreadableCodeException {
    Optional<Width> width = width(word);
    if (width.isPresent()) {
      Width used = width.get();
      String stem = word.substring(0, word.length() - 1);
      Optional<Binary.Operator> binary = Words.binary(stem);
      if (binary.isPresent()) {
        return computed(line, binary.get(), used);
      }
      Optional<Unary.Operator> unary = Words.unary(stem);
      if (unary.isPresent()) {
        return single(line, used).map(place -> new Unary(unary.get(), place));
      }
      boolean wide = used == Width.QUAD || used == Width.DOUBLE;
      switch (stem) {
        case "MOV" -> {
          return move(line, used);
        }
        case "LEA" -> {
          return lea(line, used);
        }
        case "MUL" -> {
          return wide ? single(line, used).map(Instruction.MultiplyWide::new) : Optional.empty();
        }
        case "DIV" -> {
          return wide ? single(line, used).map(Instruction.DivideWide::new) : Optional.empty();
        }
        case "IMUL" -> {
          return product(line, used);
        }
        case String _ -> {}
      }
    }
    if (Words.outside(word)) {
      return Optional.empty();
    }
    throw new UnreadableCodeException(
        "unknown mnemonic: line=%d, word=%s"
            .formatted(line.statement().line(), Statement.shortened(word)));
  }

  private static Optional<Width> width(String word) {
    if (word.length() < 2) {
      return Optional.empty();
    }
    return switch (Character.valueOf(word.charAt(word.length() - 1))) {
      case 'B' -> Optional.of(Width.BYTE);
      case 'W' -> Optional.of(Width.WORD);
      case 'L' -> Optional.of(Width.DOUBLE);
      case 'Q' -> Optional.of(Width.QUAD);
      case Character _ -> Optional.empty();
    };
  }

  private static Optional<Instruction> none(Line line, Instruction instruction)
      throws UnreadableCodeException {
    line.require(0);
    return Optional.of(instruction);
  }

  private static Optional<Instruction> interrupt(Line line) throws UnreadableCodeException {
    line.require(1);
    boolean vector =
        line.operand(0) instanceof SourceOperand.Constant(Sum sum)
            && sum.known()
            && sum.number() >= 0
            && sum.number() <= VECTOR_MAX;
    if (vector && line.operand(0) instanceof SourceOperand.Constant(Sum sum)) {
      return Optional.of(new Instruction.Interrupt((int) sum.number()));
    }
    throw line.malformed("a number up to 255 is wanted");
  }

  private Optional<Target> target(Line line) throws UnreadableCodeException {
    line.require(1);
    SourceOperand operand = line.operand(0);
    return switch (operand) {
      case SourceOperand.Static(String symbol, Sum offset) ->
          offset.equals(Sum.of(0)) ? Optional.of(new Target.Symbol(symbol)) : Optional.empty();
      case SourceOperand.Label _, SourceOperand.Relative _ ->
          Optional.of(new Target.Inside(jumps.line(operand)));
      case SourceOperand other ->
          placer
              .operand(other, Width.QUAD)
              .filter(place -> !(place instanceof Operand.Imm))
              .map(Target.Indirect::new);
    };
  }

  private Optional<Operand> single(Line line, Width width) throws UnreadableCodeException {
    line.require(1);
    return placer.operand(known(line, 0), width);
  }

  private Optional<Instruction> move(Line line, Width width) throws UnreadableCodeException {
    line.require(2);
    if (line.operand(0) instanceof SourceOperand.AddressOf(SourceOperand place)) {
      return loaded(line, place, width);
    }
    return extended(line, width, width, Extension.NONE);
  }

  private Optional<Instruction> extended(Line line, Width to, Width from, Extension extension)
      throws UnreadableCodeException {
    line.require(2);
    Optional<Operand> source = placer.operand(known(line, 0), from);
    Optional<Operand> destination = placer.operand(known(line, 1), to);
    if (source.isEmpty() || destination.isEmpty()) {
      return Optional.empty();
    }
    refuseConstant(line, destination.get());
    return Optional.of(new Instruction.Move(destination.get(), source.get(), extension));
  }

  private Optional<Instruction> lea(Line line, Width width) throws UnreadableCodeException {
    line.require(2);
    return loaded(line, known(line, 0), width);
  }

  private Optional<Instruction> loaded(Line line, SourceOperand place, Width width)
      throws UnreadableCodeException {
    Optional<Address> address = placer.address(place);
    Optional<Operand> destination = placer.operand(known(line, 1), width);
    boolean wide = width == Width.QUAD || width == Width.DOUBLE;
    if (wide && address.isPresent() && destination.isPresent()) {
      if (destination.get() instanceof Operand.Reg register) {
        return Optional.of(new Instruction.Lea(register, address.get()));
      }
    }
    return Optional.empty();
  }

  /// CMP compares its operands in their order; the others write the last one.
  private Optional<Instruction> computed(Line line, Binary.Operator operator, Width width)
      throws UnreadableCodeException {
    line.require(2);
    boolean ordered = operator == Binary.Operator.CMP;
    Optional<Operand> left = placer.operand(known(line, ordered ? 0 : 1), width);
    Optional<Operand> right = placer.operand(known(line, ordered ? 1 : 0), width);
    if (left.isEmpty() || right.isEmpty()) {
      return Optional.empty();
    }
    refuseConstant(line, left.get());
    return Optional.of(new Binary(operator, left.get(), right.get()));
  }

  private Optional<Instruction> product(Line line, Width width) throws UnreadableCodeException {
    line.require(1, 2, 3);
    if (line.operands().size() == 1) {
      return Optional.empty();
    }
    int last = line.operands().size() - 1;
    Optional<Operand> to = placer.operand(known(line, last), width);
    Optional<Operand> left = placer.operand(known(line, 1), width);
    Optional<Operand> right = placer.operand(known(line, 0), width);
    if (to.isEmpty() || left.isEmpty() || right.isEmpty()) {
      return Optional.empty();
    }
    return to.get() instanceof Operand.Reg register
        ? Optional.of(new Instruction.Multiply(register, left.get(), right.get()))
        : Optional.empty();
  }

  private static SourceOperand known(Line line, int index) throws UnreadableCodeException {
    SourceOperand operand = line.operand(index);
    if (operand instanceof SourceOperand.Label(String name)) {
      throw new UnreadableCodeException(
          "unknown register: line=%d, name=%s"
              .formatted(line.statement().line(), Statement.shortened(name)));
    }
    return operand;
  }

  private static void refuseConstant(Line line, Operand destination)
      throws UnreadableCodeException {
    if (destination instanceof Operand.Imm) {
      throw line.malformed("a constant cannot be written");
    }
  }
}

package psyscall.model.assembly;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import psyscall.spec.machine.Address;
import psyscall.spec.machine.Instruction;
import psyscall.spec.machine.Operand;
import psyscall.spec.machine.Routine;
import psyscall.spec.machine.Width;

/// Compares routines of an assembly text with the same routines of a linked binary, instruction by
/// instruction.
///
/// The two may differ in what the assembler is free to choose: a constant whose upper half is zero
/// may be moved into 32 or into 64 bits of a register, and TEST may swap its operands. An offset of
/// a field is a name in the text: what the binary has there is learned at its first use, and must
/// be the same in every later one, over all routines that are compared.
public final class Correspondence {
  private final Fields fields;
  private final SortedMap<String, Long> learned = new TreeMap<>();

  /// Begins with nothing learned.
  ///
  /// @param fields the names of the text
  public Correspondence(Fields fields) {
    this.fields = fields;
  }

  /// Where two routines differ.
  ///
  /// @param routine the name of the one in the text
  /// @param index the first instruction that differs, from 0
  /// @param text what the text has there; empty if it has ended
  /// @param binary what the binary has there; empty if it has ended
  public record Difference(
      String routine, int index, Optional<Instruction> text, Optional<Instruction> binary) {}

  /// Compares two routines.
  ///
  /// @param text the one that was read from assembly
  /// @param binary the one that was decoded
  /// @return the first difference; nothing if they are equal
  public Optional<Difference> compare(Routine text, Routine binary) {
    List<Instruction> left = text.text();
    List<Instruction> right = binary.text();
    for (int i = 0; i < Math.max(left.size(), right.size()); i++) {
      Optional<Instruction> a = i < left.size() ? Optional.of(left.get(i)) : Optional.empty();
      Optional<Instruction> b = i < right.size() ? Optional.of(right.get(i)) : Optional.empty();
      if (a.isEmpty() || b.isEmpty() || !same(a.get(), b.get())) {
        return Optional.of(new Difference(text.name(), i, a, b));
      }
    }
    return Optional.empty();
  }

  /// The offsets of fields that were learned.
  ///
  /// @return offsets by name, as [Fields] takes them
  public SortedMap<String, Long> learned() {
    return Collections.unmodifiableSortedMap(learned);
  }

  private boolean same(Instruction text, Instruction binary) {
    Instruction normal = normal(binary);
    return switch (normal(text)) {
      case Instruction.Move(var to, var from, var extension) ->
          normal instanceof Instruction.Move(var to2, var from2, var extension2)
              && extension == extension2
              && same(to, to2)
              && same(from, from2);
      case Instruction.Lea(var to, var address) ->
          normal instanceof Instruction.Lea(var to2, var address2)
              && to.equals(to2)
              && same(address, address2);
      case Instruction.Binary(var operator, var left, var right) ->
          normal instanceof Instruction.Binary(var operator2, var left2, var right2)
              && operator == operator2
              && same(left, left2)
              && same(right, right2);
      case Instruction other -> other.equals(normal);
    };
  }

  private boolean same(Operand text, Operand binary) {
    return switch (text) {
      case Operand.Mem(var address, var width) ->
          binary instanceof Operand.Mem(var address2, var width2)
              && width == width2
              && same(address, address2);
      case Operand.Imm(long value) ->
          binary instanceof Operand.Imm(long value2) && same(value, value2);
      case Operand other -> other.equals(binary);
    };
  }

  private boolean same(Address text, Address binary) {
    return switch (text) {
      case Address.Based(var segment, var base, var index, int scale, long displacement) ->
          binary
                  instanceof
                  Address.Based(var segment2, var base2, var index2, int scale2, long displacement2)
              && segment == segment2
              && base.equals(base2)
              && index.equals(index2)
              && scale == scale2
              && same(displacement, displacement2);
      case Address other -> other.equals(binary);
    };
  }

  private boolean same(long text, long binary) {
    Optional<Fields.Field> field = fields.named(text);
    if (field.isEmpty()) {
      return text == binary;
    }
    long offset = binary - field.get().plus();
    Long before = learned.putIfAbsent(field.get().name(), offset);
    return before == null || before == offset;
  }

  private static Instruction normal(Instruction instruction) {
    return switch (instruction) {
      case Instruction.Move(
              Operand.Reg(var register, Width width),
              Operand.Imm(long value),
              var extension)
          when width == Width.DOUBLE || (width == Width.QUAD && value >>> 32 == 0) ->
          new Instruction.Move(register.quad(), new Operand.Imm(value & 0xffff_ffffL), extension);
      case Instruction.Binary(
              Instruction.Binary.Operator operator,
              Operand.Reg register,
              Operand.Mem memory)
          when operator == Instruction.Binary.Operator.TEST ->
          new Instruction.Binary(operator, memory, register);
      case Instruction other -> other;
    };
  }
}

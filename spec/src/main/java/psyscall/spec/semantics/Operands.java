package psyscall.spec.semantics;

import static psyscall.spec.term.WordTerm.WordOperation.Operator.AND;
import static psyscall.spec.term.WordTerm.WordOperation.Operator.MUL;
import static psyscall.spec.term.WordTerm.WordOperation.Operator.OR;

import java.util.Optional;
import psyscall.spec.expr.Word;
import psyscall.spec.machine.Address;
import psyscall.spec.machine.Control;
import psyscall.spec.machine.Operand;
import psyscall.spec.machine.Placed;
import psyscall.spec.machine.Register;
import psyscall.spec.machine.Width;
import psyscall.spec.term.IllFormed;

/// Reading and writing of operands.
public final class Operands {
  private static final int BITS = 64;

  private Operands() {}

  /// How wide an operand is.
  ///
  /// @param operand a register or a place in memory
  /// @return its width, or nothing for a constant
  static Optional<Width> width(Operand operand) {
    return switch (operand) {
      case Operand.Reg(_, Width width) -> Optional.of(width);
      case Operand.Mem(_, Width width) -> Optional.of(width);
      case Operand.Imm _, Operand.SymbolAddress _ -> Optional.empty();
    };
  }

  /// The width of an operand that is read and written.
  ///
  /// @param operand a register or a place in memory
  /// @return its width
  static Width placeWidth(Operand operand) {
    return width(operand)
        .orElseThrow(() -> new IllFormed("destination that is no place: operand=" + operand));
  }

  /// The value of an operand.
  ///
  /// @param operand what is read
  /// @param width how wide a constant is made
  /// @param placed the instruction that reads
  /// @param before the state
  /// @return a word of the operand's own width, or of `width` for a constant
  static Word read(Operand operand, Width width, Placed placed, Values before) {
    return switch (operand) {
      case Operand.Reg(Register register, Width part) -> low(before.get(register), part);
      case Operand.Imm(long value) -> Word.of(value, width.bits());
      case Operand.Mem(Address address, Width size) -> before.load(flat(address, placed), size);
      case Operand.SymbolAddress(String symbol, long offset) ->
          low(before.addressOf(symbol).plus(Word.of(offset, BITS)), width);
    };
  }

  /// Sets an operand; a register's upper half is cleared by a write of 32 bits.
  ///
  /// @param outcome where it is set
  /// @param operand what is written
  /// @param value as wide as the operand
  /// @param placed the instruction that writes
  /// @param before the state
  static void write(Outcome outcome, Operand operand, Word value, Placed placed, Values before) {
    switch (operand) {
      case Operand.Reg(Register register, Width width) ->
          outcome.set(register, merged(before.get(register), width, value));
      case Operand.Mem(Address address, _) -> outcome.store(flat(address, placed), value);
      case Operand.Imm _, Operand.SymbolAddress _ ->
          throw new IllFormed("destination that is no place: operand=" + operand);
    }
  }

  private static Word merged(Word old, Width width, Word value) {
    return switch (width) {
      case QUAD -> value;
      case DOUBLE -> value.zeroExtend(BITS);
      case BYTE, WORD ->
          old.apply(AND, Word.of(-1L << width.bits(), BITS)).apply(OR, value.zeroExtend(BITS));
    };
  }

  private static Word low(Word word, Width width) {
    return width == Width.QUAD ? word : word.extract(0, width.bits());
  }

  /// An address without RIP.
  ///
  /// @param address an address
  /// @param placed the instruction that names it
  /// @return the same place as an absolute address, if it was relative to RIP
  static Address flat(Address address, Placed placed) {
    return switch (address) {
      case Address.RipRelative(long displacement) -> Address.absolute(placed.end() + displacement);
      case Address.Based _, Address.Symbol _ -> address;
    };
  }

  /// An address as a word, with the base of its segment.
  ///
  /// @param address an address, not relative to RIP
  /// @param values where registers are read
  /// @return 64 bits
  public static Word linear(Address address, Values values) {
    Word offset = effective(address, values);
    boolean isFs = address instanceof Address.Based based && based.segment() == Address.Segment.FS;
    return isFs ? values.get(Control.FS_BASE).plus(offset) : offset;
  }

  /// An address as a word, without the base of its segment.
  ///
  /// @param address an address, not relative to RIP
  /// @param values where registers are read
  /// @return 64 bits
  static Word effective(Address address, Values values) {
    return switch (address) {
      case Address.Based based -> {
        Word sum = Word.of(based.displacement(), BITS);
        if (based.index().isPresent()) {
          Word index = values.get(based.index().get());
          sum = index.apply(MUL, Word.of(based.scale(), BITS)).plus(sum);
        }
        yield based.base().isPresent() ? plus(values.get(based.base().get()), sum, based) : sum;
      }
      case Address.Symbol(String symbol, long offset) ->
          values.addressOf(symbol).plus(Word.of(offset, BITS));
      case Address.RipRelative _ ->
          throw new IllFormed("address relative to RIP without an instruction");
    };
  }

  private static Word plus(Word base, Word sum, Address.Based address) {
    boolean isBare = address.index().isEmpty() && address.displacement() == 0;
    return isBare ? base : base.plus(sum);
  }
}

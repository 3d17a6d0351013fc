package psyscall.proofs.stub;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import psyscall.spec.expr.Bool;
import psyscall.spec.expr.Bytes;
import psyscall.spec.expr.Word;
import psyscall.spec.machine.Address;
import psyscall.spec.machine.Control;
import psyscall.spec.machine.Flag;
import psyscall.spec.machine.Operand;
import psyscall.spec.machine.Register;
import psyscall.spec.machine.Width;
import psyscall.spec.semantics.SymbolicState;
import psyscall.spec.term.Bound;
import psyscall.spec.term.Sort;
import psyscall.spec.term.Term;

/// States of which nothing is known: each register, flag and control register is a name, and so is
/// the memory.
public final class Entry {
  private static final int BITS = 64;

  private Entry() {}

  /// A word of which nothing is known.
  ///
  /// @param name how it prints
  /// @param width its bits
  /// @return a fresh unknown
  public static Word unknown(String name, int width) {
    return Word.bits(width).of(new Bound(name, new Sort.Bits(width)));
  }

  static Bool unknown(String name) {
    return Bool.TYPE.of(new Bound(name, Sort.TRUTH));
  }

  static Bytes memory(String name) {
    return new Bytes(new Term.Reference(new Bound(name, new Sort.Memory())));
  }

  /// A state whose names begin alike.
  ///
  /// @param prefix before each name
  /// @return the state
  public static SymbolicState state(String prefix) {
    Map<Register, Word> registers = new EnumMap<>(Register.class);
    for (Register register : Register.values()) {
      registers.put(register, unknown(prefix + register.name(), BITS));
    }
    Map<Flag, Bool> flags = new EnumMap<>(Flag.class);
    for (Flag flag : Flag.values()) {
      flags.put(flag, unknown(prefix + flag.name()));
    }
    Map<Control, Word> controls = new EnumMap<>(Control.class);
    for (Control control : Control.values()) {
      controls.put(control, unknown(prefix + control.name(), control.width()));
    }
    Map<String, Word> symbols = new HashMap<>();
    return new SymbolicState(
        registers,
        flags,
        controls,
        memory(prefix + "memory"),
        symbol -> symbols.computeIfAbsent(symbol, name -> unknown(prefix + name, BITS)));
  }

  /// The value of an operand, extended to 64 bits by zeros.
  static Word read(Operand operand, SymbolicState state) {
    return switch (operand) {
      case Operand.Reg(Register register, Width width) ->
          low(state.get(register), width).zeroExtend(BITS);
      case Operand.Imm(long value) -> Word.of(value, BITS);
      case Operand.Mem(Address address, Width width) -> state.load(address, width).zeroExtend(BITS);
      case Operand.SymbolAddress(String symbol, long offset) ->
          state.addressOf(symbol).plus(Word.of(offset, BITS));
    };
  }

  private static Word low(Word word, Width width) {
    return width == Width.QUAD ? word : word.extract(0, width.bits());
  }
}

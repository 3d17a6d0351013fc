package psyscall.spec.semantics;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import psyscall.spec.expr.Bool;
import psyscall.spec.expr.Bytes;
import psyscall.spec.expr.Word;
import psyscall.spec.machine.Address;
import psyscall.spec.machine.Control;
import psyscall.spec.machine.Flag;
import psyscall.spec.machine.Register;
import psyscall.spec.machine.Width;

/// A state whose values are terms over unknowns: what a path of a routine has made of them.
///
/// Immutable. The address of each symbol is a term that the maker of the first state chooses.
public final class SymbolicState implements Values {
  private final Map<Register, Word> registers;
  private final Map<Flag, Bool> flags;
  private final Map<Control, Word> controls;
  private final Bytes memory;
  private final Function<String, Word> symbols;

  /// A state.
  ///
  /// @param registers a value for each register
  /// @param flags a value for each flag
  /// @param controls a value for each control register
  /// @param memory the memory
  /// @param symbols the address of each symbol, 64 bits
  public SymbolicState(
      Map<Register, Word> registers,
      Map<Flag, Bool> flags,
      Map<Control, Word> controls,
      Bytes memory,
      Function<String, Word> symbols) {
    this.registers = Collections.unmodifiableMap(new EnumMap<>(registers));
    this.flags = Collections.unmodifiableMap(new EnumMap<>(flags));
    this.controls = Collections.unmodifiableMap(new EnumMap<>(controls));
    this.memory = memory;
    this.symbols = symbols;
  }

  @Override
  public Word get(Register register) {
    return present(registers.get(register), register.name());
  }

  @Override
  public Bool get(Flag flag) {
    return present(flags.get(flag), flag.name());
  }

  @Override
  public Word get(Control control) {
    return present(controls.get(control), control.name());
  }

  private static <V> V present(@Nullable V value, String name) {
    if (value == null) {
      throw new IllegalArgumentException("state without a value: name=" + name);
    }
    return value;
  }

  @Override
  public Word load(Address address, Width width) {
    return memory.load(Operands.linear(address, this), width.bytes());
  }

  @Override
  public Word addressOf(String symbol) {
    return symbols.apply(symbol);
  }

  /// The whole memory.
  ///
  /// @return its term
  public Bytes memory() {
    return memory;
  }

  /// The same state with another value of a register.
  ///
  /// @param register which
  /// @param value 64 bits
  /// @return the changed state
  public SymbolicState with(Register register, Word value) {
    Map<Register, Word> changed = new EnumMap<>(registers);
    changed.put(register, value);
    return new SymbolicState(changed, flags, controls, memory, symbols);
  }

  /// The same state with another memory.
  ///
  /// @param contents the memory
  /// @return the changed state
  public SymbolicState with(Bytes contents) {
    return new SymbolicState(registers, flags, controls, contents, symbols);
  }

  /// The state after an effect of this state.
  ///
  /// @param effect what changes; its terms speak of this state
  /// @return the state after it
  public SymbolicState after(Effect effect) {
    Map<Register, Word> newRegisters = new EnumMap<>(registers);
    newRegisters.putAll(effect.registers());
    Map<Flag, Bool> newFlags = new EnumMap<>(flags);
    newFlags.putAll(effect.flags());
    Map<Control, Word> newControls = new EnumMap<>(controls);
    newControls.putAll(effect.controls());
    Bytes stored = memory;
    for (Effect.Write write : effect.writes()) {
      stored = stored.store(Operands.linear(write.address(), this), write.word());
    }
    return new SymbolicState(newRegisters, newFlags, newControls, stored, symbols);
  }
}

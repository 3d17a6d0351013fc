package psyscall.model.machine;

import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import psyscall.model.behavior.Memory;
import psyscall.model.interpret.ClosedTerms;
import psyscall.spec.expr.Bool;
import psyscall.spec.expr.Bytes;
import psyscall.spec.expr.Word;
import psyscall.spec.kernel.Linux;
import psyscall.spec.machine.Address;
import psyscall.spec.machine.Control;
import psyscall.spec.machine.Flag;
import psyscall.spec.machine.Register;
import psyscall.spec.machine.Width;
import psyscall.spec.semantics.Operands;
import psyscall.spec.semantics.SymbolicState;
import psyscall.spec.semantics.Values;
import psyscall.spec.term.Term;

/// A state of the machine in which every value is known. Immutable.
public final class ConcreteState implements Values {
  private static final int BITS = 64;

  private final Map<Register, Long> registers;
  private final Set<Flag> flags;
  private final Map<Control, Long> controls;
  private final Memory memory;
  private final Map<String, Long> symbols;

  private ConcreteState(
      Map<Register, Long> registers,
      Set<Flag> flags,
      Map<Control, Long> controls,
      Memory memory,
      Map<String, Long> symbols) {
    this.registers = registers;
    this.flags = flags;
    this.controls = controls;
    this.memory = memory;
    this.symbols = symbols;
  }

  /// A user's state under Linux: all registers 0, interrupts on, memory zero.
  ///
  /// @param entry where SYSCALL goes to
  /// @return the state
  public static ConcreteState user(long entry) {
    Map<Register, Long> registers = new EnumMap<>(Register.class);
    for (Register register : Register.values()) {
      registers.put(register, 0L);
    }
    Map<Control, Long> controls = new EnumMap<>(Control.class);
    for (Control control : Control.values()) {
      controls.put(
          control,
          switch (control) {
            case LSTAR -> entry;
            case STAR -> Linux.STAR;
            case FMASK -> Linux.fmask();
            case EFER_SCE -> 1L;
            case CPL -> 3L;
            case CS -> (long) Linux.USER_CS;
            case SS -> (long) Linux.USER_DS;
            case FS_BASE -> 0L;
          });
    }
    return new ConcreteState(
        registers, EnumSet.of(Flag.IF), controls, Memory.ZERO, Collections.emptyMap());
  }

  @Override
  public Word get(Register register) {
    return Word.of(value(register), BITS);
  }

  @Override
  public Bool get(Flag flag) {
    return Bool.of(value(flag));
  }

  @Override
  public Word get(Control control) {
    return Word.of(value(control), control.width());
  }

  @Override
  public Word load(Address address, Width width) {
    return Word.of(memory.load(place(address), width.bytes()), width.bits());
  }

  @Override
  public Word addressOf(String symbol) {
    Long address = symbols.get(symbol);
    if (address == null) {
      throw new IllegalArgumentException("symbol without an address: name=" + symbol);
    }
    return Word.of(address, BITS);
  }

  /// Where an address lies.
  ///
  /// @param address not relative to RIP
  /// @return 64 bits
  public long place(Address address) {
    return ClosedTerms.scalar(Operands.linear(address, this).term(), Map.of());
  }

  /// The value of a register.
  ///
  /// @param register which
  /// @return 64 bits
  public long value(Register register) {
    return registers.getOrDefault(register, 0L);
  }

  /// The value of a flag.
  ///
  /// @param flag which
  /// @return whether it is set
  public boolean value(Flag flag) {
    return flags.contains(flag);
  }

  /// The value of a control register.
  ///
  /// @param control which
  /// @return its bits
  public long value(Control control) {
    return controls.getOrDefault(control, 0L);
  }

  /// The memory.
  ///
  /// @return its bytes
  public Memory memory() {
    return memory;
  }

  /// The flags that are set.
  ///
  /// @return in the order of their bits
  public Set<Flag> flags() {
    return Collections.unmodifiableSet(flags);
  }

  /// The state with another value of a register.
  ///
  /// @param register which
  /// @param value 64 bits
  /// @return the changed state
  public ConcreteState with(Register register, long value) {
    Map<Register, Long> changed = new EnumMap<>(registers);
    changed.put(register, value);
    return new ConcreteState(changed, flags, controls, memory, symbols);
  }

  /// The state with another value of a flag.
  ///
  /// @param flag which
  /// @param value whether it is set
  /// @return the changed state
  public ConcreteState with(Flag flag, boolean value) {
    Set<Flag> changed = EnumSet.noneOf(Flag.class);
    changed.addAll(flags);
    if (value) {
      changed.add(flag);
    } else {
      changed.remove(flag);
    }
    return new ConcreteState(registers, changed, controls, memory, symbols);
  }

  /// The state with another value of a control register.
  ///
  /// @param control which
  /// @param value its bits
  /// @return the changed state
  public ConcreteState with(Control control, long value) {
    Map<Control, Long> changed = new EnumMap<>(controls);
    changed.put(control, value);
    return new ConcreteState(registers, flags, changed, memory, symbols);
  }

  /// The state with another memory.
  ///
  /// @param contents its bytes
  /// @return the changed state
  public ConcreteState with(Memory contents) {
    return new ConcreteState(registers, flags, controls, contents, symbols);
  }

  /// The state with a word of 64 bits stored.
  ///
  /// @param address where
  /// @param value the word
  /// @return the changed state
  public ConcreteState stored(long address, long value) {
    return with(memory.store(address, Width.QUAD.bytes(), value));
  }

  /// The state in which a symbol has an address.
  ///
  /// @param symbol its name
  /// @param address 64 bits
  /// @return the changed state
  public ConcreteState symbol(String symbol, long address) {
    Map<String, Long> changed = new TreeMap<>(symbols);
    changed.put(symbol, address);
    return new ConcreteState(registers, flags, controls, memory, changed);
  }

  /// The same values as constant terms. The memory is left out: zero everywhere.
  ///
  /// @return the state as a symbolic one
  public SymbolicState constants() {
    Map<Register, Word> words = new EnumMap<>(Register.class);
    Map<Flag, Bool> truths = new EnumMap<>(Flag.class);
    Map<Control, Word> numbers = new EnumMap<>(Control.class);
    for (Register register : Register.values()) {
      words.put(register, get(register));
    }
    for (Flag flag : Flag.values()) {
      truths.put(flag, get(flag));
    }
    for (Control control : Control.values()) {
      numbers.put(control, get(control));
    }
    Bytes none = Bytes.TYPE.of(new Term.Empty(Bytes.TYPE.sort()));
    return new SymbolicState(words, truths, numbers, none, this::addressOf);
  }

  /// The values of another state's terms, with this state's memory and symbols.
  ///
  /// @param state a state of closed terms
  /// @return its values
  public ConcreteState valuesOf(SymbolicState state) {
    ConcreteState result = this;
    for (Register register : Register.values()) {
      result = result.with(register, ClosedTerms.scalar(state.get(register).term(), Map.of()));
    }
    for (Flag flag : Flag.values()) {
      result = result.with(flag, ClosedTerms.scalar(state.get(flag).term(), Map.of()) != 0);
    }
    for (Control control : Control.values()) {
      result = result.with(control, ClosedTerms.scalar(state.get(control).term(), Map.of()));
    }
    return result;
  }
}

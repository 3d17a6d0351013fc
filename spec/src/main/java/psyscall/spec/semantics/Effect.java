package psyscall.spec.semantics;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import psyscall.spec.expr.Bool;
import psyscall.spec.expr.Word;
import psyscall.spec.machine.Address;
import psyscall.spec.machine.Control;
import psyscall.spec.machine.Flag;
import psyscall.spec.machine.Register;
import psyscall.spec.machine.Target;
import psyscall.spec.term.Bound;

/// What an instruction changes. All terms speak of the state before it; what is not named is kept.
///
/// @param registers the new values of registers, 64 bits each
/// @param flags the new values of flags
/// @param controls the new values of control registers
/// @param writes what is stored in memory, in order
/// @param exits where control goes; their conditions exclude each other, and one of them holds
/// @param unknowns what the manuals leave open: each stands for any value that fulfils `assumed`
/// @param assumed what is known of the unknowns
public record Effect(
    Map<Register, Word> registers,
    Map<Flag, Bool> flags,
    Map<Control, Word> controls,
    List<Write> writes,
    List<Exit> exits,
    List<Bound> unknowns,
    List<Bool> assumed) {

  /// Copies the collections.
  public Effect {
    registers = copy(Register.class, registers);
    flags = copy(Flag.class, flags);
    controls = copy(Control.class, controls);
    writes = List.copyOf(writes);
    exits = List.copyOf(exits);
    unknowns = List.copyOf(unknowns);
    assumed = List.copyOf(assumed);
  }

  private static <K extends Enum<K>, V> Map<K, V> copy(Class<K> key, Map<K, V> values) {
    EnumMap<K, V> copy = new EnumMap<>(key);
    copy.putAll(values);
    return Collections.unmodifiableMap(copy);
  }

  /// A word stored in memory.
  ///
  /// @param address where, by the registers before the instruction; never relative to RIP
  /// @param word 8, 16, 32 or 64 bits
  public record Write(Address address, Word word) {}

  /// A way out of the instruction.
  ///
  /// @param condition when it is taken
  /// @param place where it leads
  public record Exit(Bool condition, Place place) {}

  /// Where control goes.
  public sealed interface Place {
    /// The next instruction.
    record Next() implements Place {}

    /// What a jump or call names.
    record At(Target target) implements Place {}

    /// A place that is known at run time only: RET, SYSCALL, SYSRET, IRET.
    record Computed(Word rip) implements Place {}

    /// An exception before anything has changed: the effect's values do not count.
    record Fault(Exception exception) implements Place {}

    /// An exception at the first instruction in the new ring, after everything has changed.
    record LateFault(Exception exception, Word rip) implements Place {}
  }

  /// Exceptions, by the names of the manuals.
  @SuppressWarnings("AvoidCommonTypeNames") // the manuals' word
  public enum Exception {
    /// #UD, not an instruction.
    INVALID_OPCODE,
    /// #GP, protection.
    GENERAL_PROTECTION,
    /// #DE, division by zero or with too large a quotient.
    DIVIDE_ERROR,
    /// INT n.
    SOFTWARE_INTERRUPT
  }

  /// The same with another value of a register.
  ///
  /// @param register which
  /// @param value its value, 64 bits
  /// @return the changed effect
  public Effect with(Register register, Word value) {
    Map<Register, Word> changed = new EnumMap<>(Register.class);
    changed.putAll(registers);
    changed.put(register, value);
    return new Effect(changed, flags, controls, writes, exits, unknowns, assumed);
  }

  /// The same with another value of a flag.
  ///
  /// @param flag which
  /// @param value its value
  /// @return the changed effect
  public Effect with(Flag flag, Bool value) {
    Map<Flag, Bool> changed = new EnumMap<>(Flag.class);
    changed.putAll(flags);
    changed.put(flag, value);
    return new Effect(registers, changed, controls, writes, exits, unknowns, assumed);
  }

  /// The same with other ways out.
  ///
  /// @param ways the exits
  /// @return the changed effect
  public Effect with(List<Exit> ways) {
    return new Effect(registers, flags, controls, writes, ways, unknowns, assumed);
  }
}

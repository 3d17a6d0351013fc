package psyscall.spec.semantics;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import psyscall.spec.expr.Bool;
import psyscall.spec.expr.Word;
import psyscall.spec.machine.Address;
import psyscall.spec.machine.Control;
import psyscall.spec.machine.Flag;
import psyscall.spec.machine.Register;
import psyscall.spec.semantics.Effect.Exit;
import psyscall.spec.semantics.Effect.Place;
import psyscall.spec.semantics.Effect.Write;
import psyscall.spec.term.Bound;

/// An effect while it is written down.
public final class Outcome {
  private final Map<Register, Word> registers = new EnumMap<>(Register.class);
  private final Map<Flag, Bool> flags = new EnumMap<>(Flag.class);
  private final Map<Control, Word> controls = new EnumMap<>(Control.class);
  private final List<Write> writes = new ArrayList<>();
  private final List<Bound> unknowns = new ArrayList<>();
  private final List<Bool> assumed = new ArrayList<>();

  /// Nothing changes so far.
  public Outcome() {}

  /// Sets a register.
  ///
  /// @param register which
  /// @param value 64 bits
  /// @return this
  public Outcome set(Register register, Word value) {
    registers.put(register, value);
    return this;
  }

  /// Sets a flag.
  ///
  /// @param flag which
  /// @param value its value
  /// @return this
  public Outcome set(Flag flag, Bool value) {
    flags.put(flag, value);
    return this;
  }

  /// Sets a control register.
  ///
  /// @param control which
  /// @param value as wide as it is
  /// @return this
  public Outcome set(Control control, Word value) {
    controls.put(control, value);
    return this;
  }

  /// Stores a word.
  ///
  /// @param address where, by the registers before
  /// @param word what
  /// @return this
  public Outcome store(Address address, Word word) {
    writes.add(new Write(address, word));
    return this;
  }

  /// A word that nobody knows.
  ///
  /// @param name how it prints
  /// @param width its bits
  /// @return the word
  public Word unknown(String name, int width) {
    Bound bound = new Bound(name, Word.bits(width).sort());
    unknowns.add(bound);
    return Word.bits(width).of(bound);
  }

  /// Leaves flags open.
  ///
  /// @param of which
  /// @return this
  public Outcome undefined(Flag... of) {
    for (Flag flag : of) {
      Bound bound = new Bound(flag.name(), Bool.TYPE.sort());
      unknowns.add(bound);
      flags.put(flag, Bool.TYPE.of(bound));
    }
    return this;
  }

  /// Says something of the unknowns.
  ///
  /// @param condition what holds
  /// @return this
  public Outcome assume(Bool condition) {
    assumed.add(condition);
    return this;
  }

  /// The effect that goes on at the next instruction.
  ///
  /// @return the effect
  public Effect next() {
    return to(new Place.Next());
  }

  /// The effect that goes on at one place.
  ///
  /// @param place where
  /// @return the effect
  public Effect to(Place place) {
    return exits(List.of(new Exit(Bool.TRUE, place)));
  }

  /// The effect with several ways out.
  ///
  /// @param exits the ways
  /// @return the effect
  public Effect exits(List<Exit> exits) {
    return new Effect(registers, flags, controls, writes, exits, unknowns, assumed);
  }

  /// The effect that goes on at one place, unless it faults first.
  ///
  /// @param fault when it faults
  /// @param exception by which exception
  /// @param otherwise where it goes else
  /// @return the effect
  public Effect unless(Bool fault, Effect.Exception exception, Place otherwise) {
    return exits(
        List.of(new Exit(fault, new Place.Fault(exception)), new Exit(fault.not(), otherwise)));
  }
}

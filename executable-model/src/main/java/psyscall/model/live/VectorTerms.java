package psyscall.model.live;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import psyscall.spec.expr.Bool;
import psyscall.spec.expr.Bytes;
import psyscall.spec.expr.Word;
import psyscall.spec.kernel.Linux;
import psyscall.spec.machine.Control;
import psyscall.spec.machine.Flag;
import psyscall.spec.machine.Register;
import psyscall.spec.process.Block;
import psyscall.spec.rule.Specification;
import psyscall.spec.semantics.Effect;
import psyscall.spec.semantics.Flags;
import psyscall.spec.semantics.SymbolicState;
import psyscall.spec.term.Sort;
import psyscall.spec.term.Term;
import psyscall.spec.term.Var;

/// A vector in the language: a state variable for each of its words, and what an effect claims of
/// them.
final class VectorTerms {
  private static final int BITS = 64;
  private static final String FLAGS = "RFLAGS";
  private static final String AFTER = "'";

  private VectorTerms() {}

  /// A world whose states are vectors: no process, no rule, a variable for each word in order.
  ///
  /// @return the specification
  static Specification specification() {
    List<Var> variables = new ArrayList<>();
    for (String suffix : List.of("", AFTER)) {
      for (Register register : Register.values()) {
        variables.add(variable(register.name() + suffix));
      }
      variables.add(variable(FLAGS + suffix));
    }
    Sort.Enumeration running =
        new Sort.Enumeration(Specification.ENDING, List.of(Specification.RUNNING));
    variables.add(new Var(Specification.ENDING, running, Var.Role.ENDING));
    return new Specification("vector", variables, List.of(), List.of(), List.of(), Block.EMPTY);
  }

  /// The state before the call: a user's under Linux, with the vector's registers and flags.
  ///
  /// @return its terms; the memory is zero, and no symbol has an address
  static SymbolicState before() {
    Map<Register, Word> registers = new EnumMap<>(Register.class);
    for (Register register : Register.values()) {
      registers.put(register, word(register.name()));
    }
    Map<Flag, Bool> flags = new EnumMap<>(Flag.class);
    for (Flag flag : Flag.values()) {
      flags.put(flag, Flags.of(word(FLAGS), flag));
    }
    Map<Control, Word> controls = new EnumMap<>(Control.class);
    for (Control control : Control.values()) {
      long value =
          switch (control) {
            case LSTAR, FS_BASE -> 0;
            case STAR -> Linux.STAR;
            case FMASK -> Linux.fmask();
            case EFER_SCE -> 1;
            case CPL -> 3;
            case CS -> Linux.USER_CS;
            case SS -> Linux.USER_DS;
          };
      controls.put(control, Word.of(value, control.width()));
    }
    Bytes none = Bytes.TYPE.of(new Term.Empty(Bytes.TYPE.sort()));
    return new SymbolicState(registers, flags, controls, none, _ -> Word.of(0, BITS));
  }

  /// What the kernel answered.
  ///
  /// @return RAX after the call
  static Word result() {
    return after(Register.RAX);
  }

  /// One of two states.
  ///
  /// @param condition decides
  /// @param then the state if it holds
  /// @param otherwise the state else, with the same control registers, memory and symbols
  /// @return the state
  static SymbolicState choose(Bool condition, SymbolicState then, SymbolicState otherwise) {
    Map<Register, Word> registers = new EnumMap<>(Register.class);
    for (Register register : Register.values()) {
      registers.put(
          register, condition.choose(Word.bits(BITS), then.get(register), otherwise.get(register)));
    }
    Map<Flag, Bool> flags = new EnumMap<>(Flag.class);
    for (Flag flag : Flag.values()) {
      flags.put(flag, condition.choose(Bool.TYPE, then.get(flag), otherwise.get(flag)));
    }
    Map<Control, Word> controls = new EnumMap<>(Control.class);
    for (Control control : Control.values()) {
      controls.put(control, otherwise.get(control));
    }
    return new SymbolicState(registers, flags, controls, otherwise.memory(), otherwise::addressOf);
  }

  /// What is claimed of the registers, of RIP and of the flags.
  ///
  /// @param state the state after the call
  /// @param place where control goes
  /// @param next where the processor went
  /// @return by name, registers first
  static Map<String, Bool> claims(SymbolicState state, List<Effect.Exit> place, long next) {
    Map<String, Bool> claims = new LinkedHashMap<>();
    for (Register register : Register.values()) {
      claims.put(register.name(), after(register).is(state.get(register)));
    }
    claims.put("RIP", goesTo(place, next));
    for (Flag flag : Flag.values()) {
      claims.put(flag.name(), Flags.of(word(FLAGS + AFTER), flag).is(state.get(flag)));
    }
    return claims;
  }

  private static Bool goesTo(List<Effect.Exit> exits, long next) {
    return Bool.any(
        exits.stream()
            .map(exit -> exit.condition().and(isAt(exit.place(), next)))
            .toArray(Bool[]::new));
  }

  private static Bool isAt(Effect.Place place, long next) {
    return switch (place) {
      case Effect.Place.Next _ -> Bool.TRUE;
      case Effect.Place.Computed(Word rip) -> rip.is(Word.of(next, BITS));
      case Effect.Place.At _, Effect.Place.Fault _, Effect.Place.LateFault _ -> Bool.FALSE;
    };
  }

  private static Word after(Register register) {
    return word(register.name() + AFTER);
  }

  private static Word word(String name) {
    return Word.bits(BITS).of(new Term.Read(variable(name)));
  }

  private static Var variable(String name) {
    return new Var(name, Word.bits(BITS).sort(), Var.Role.FIELD);
  }
}

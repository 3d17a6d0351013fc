package psyscall.model.machine;

import java.util.HashMap;
import java.util.Map;
import java.util.function.ToLongFunction;
import psyscall.model.interpret.ClosedTerms;
import psyscall.model.interpret.ModelError;
import psyscall.spec.expr.Bool;
import psyscall.spec.expr.Word;
import psyscall.spec.machine.Control;
import psyscall.spec.machine.Flag;
import psyscall.spec.machine.Placed;
import psyscall.spec.machine.Register;
import psyscall.spec.semantics.Effect;
import psyscall.spec.semantics.Meaning;
import psyscall.spec.term.Bound;

/// Takes one instruction on concrete values.
///
/// @param meaning what instructions mean
/// @param unknowns a value for each thing that the manuals leave open
public record Processor(Meaning meaning, ToLongFunction<Bound> unknowns) {

  /// A processor on which everything that is left open is 0.
  ///
  /// @param meaning what instructions mean
  /// @return the processor
  public static Processor of(Meaning meaning) {
    return new Processor(meaning, _ -> 0);
  }

  /// An instruction taken.
  ///
  /// @param state the state after it; that before it if it faulted first
  /// @param place where control goes
  /// @param rip the address there, where it is computed
  public record Taken(ConcreteState state, Effect.Place place, long rip) {}

  /// Takes an instruction.
  ///
  /// @param placed the instruction
  /// @param before the state before it
  /// @return the state after it and where control goes
  /// @throws ModelError if the unknowns are not as they are assumed to be
  public Taken take(Placed placed, ConcreteState before) {
    Effect effect = meaning.of(placed, before);
    Map<Bound, Long> open = new HashMap<>();
    effect.unknowns().forEach(bound -> open.put(bound, unknowns.applyAsLong(bound)));
    for (Bool assumption : effect.assumed()) {
      if (!holds(assumption, open)) {
        throw new ModelError("unknown without a fitting value: instruction=" + placed);
      }
    }
    Effect.Place place = place(effect, open);
    return switch (place) {
      case Effect.Place.Fault _ -> new Taken(before, place, placed.address());
      case Effect.Place.Next _ -> new Taken(after(effect, before, open), place, placed.end());
      case Effect.Place.At _ -> new Taken(after(effect, before, open), place, 0);
      case Effect.Place.Computed(Word rip) ->
          new Taken(after(effect, before, open), place, value(rip, open));
      case Effect.Place.LateFault(_, Word rip) ->
          new Taken(after(effect, before, open), place, value(rip, open));
    };
  }

  private static Effect.Place place(Effect effect, Map<Bound, Long> open) {
    return effect.exits().stream()
        .filter(exit -> holds(exit.condition(), open))
        .findFirst()
        .orElseThrow(() -> new ModelError("instruction without a way out"))
        .place();
  }

  private static ConcreteState after(Effect effect, ConcreteState before, Map<Bound, Long> open) {
    ConcreteState state = before;
    for (Map.Entry<Register, Word> set : effect.registers().entrySet()) {
      state = state.with(set.getKey(), value(set.getValue(), open));
    }
    for (Map.Entry<Flag, Bool> set : effect.flags().entrySet()) {
      state = state.with(set.getKey(), holds(set.getValue(), open));
    }
    for (Map.Entry<Control, Word> set : effect.controls().entrySet()) {
      state = state.with(set.getKey(), value(set.getValue(), open));
    }
    for (Effect.Write write : effect.writes()) {
      Word word = write.word();
      long address = before.place(write.address());
      state = state.with(state.memory().store(address, word.width() / 8, value(word, open)));
    }
    return state;
  }

  private static long value(Word word, Map<Bound, Long> open) {
    return ClosedTerms.scalar(word.term(), open);
  }

  private static boolean holds(Bool bool, Map<Bound, Long> open) {
    return ClosedTerms.scalar(bool.term(), open) != 0;
  }
}

package psyscall.proofs.stub;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import psyscall.spec.expr.Bool;
import psyscall.spec.expr.Bytes;
import psyscall.spec.expr.Word;
import psyscall.spec.machine.Convention;
import psyscall.spec.machine.Register;
import psyscall.spec.semantics.SymbolicState;

/// A call of what is not followed: it keeps the registers of its convention, and each word from its
/// caller's RSP up.
///
/// @param after the state behind it
/// @param same what is assumed of its memory
public record OpenCall(SymbolicState after, List<Bool> same) {
  private static final int BITS = 64;
  private static final int WORD_BYTES = 8;

  /// How far above the entry's RSP a caller's frame is looked at, in bytes.
  private static final int FRAME_BYTES = 96;

  /// How far below the entry's RSP the routine's frame is looked at, in bytes.
  private static final int OWN_BYTES = 512;

  /// Copies the list.
  public OpenCall {
    same = List.copyOf(same);
  }

  /// Leaves a call open.
  ///
  /// @param prefix of the names of what it leaves unknown
  /// @param convention how it is called
  /// @param entry the state at the caller's entry
  /// @param before the state at the call
  /// @return what is known behind it
  static OpenCall of(
      String prefix, Convention convention, SymbolicState entry, SymbolicState before) {
    SymbolicState after = Entry.state(prefix);
    for (Register register : convention.kept()) {
      after = after.with(register, before.get(register));
    }
    Bytes memory = Entry.memory(prefix + "stack");
    after = after.with(memory);
    List<Bool> same = new ArrayList<>();
    Word top = entry.get(Register.RSP);
    OptionalLong offset = StackTerms.offset(before.get(Register.RSP).term(), top.term());
    // Without an offset it runs on another stack, such as that of g0: the routine's own is kept.
    long lowest = Math.max(offset.orElse(lowest(before, convention, top)), -OWN_BYTES);
    long highest = offset.isPresent() ? FRAME_BYTES : WORD_BYTES;
    for (long at = lowest; at < highest; at += WORD_BYTES) {
      Word place = top.plus(Word.of(at, BITS));
      same.add(memory.load(place, WORD_BYTES).is(before.memory().load(place, WORD_BYTES)));
    }
    return new OpenCall(after, same);
  }

  /// The lowest place of the routine's own stack that a callee keeps a pointer to.
  private static long lowest(SymbolicState state, Convention convention, Word top) {
    long lowest = 0;
    for (Register register : convention.kept()) {
      lowest =
          Math.min(lowest, StackTerms.offset(state.get(register).term(), top.term()).orElse(0));
    }
    return lowest;
  }
}

package psyscall.spec.toy;

import java.util.List;
import java.util.Optional;
import psyscall.spec.expr.Arr;
import psyscall.spec.expr.Bytes;
import psyscall.spec.expr.Id;
import psyscall.spec.expr.Ids;
import psyscall.spec.expr.Word;
import psyscall.spec.process.Block;
import psyscall.spec.process.Ending;
import psyscall.spec.process.Procedure;
import psyscall.spec.process.Process;
import psyscall.spec.process.Protocol;
import psyscall.spec.rule.Flattening;
import psyscall.spec.rule.Specification;
import psyscall.spec.term.WordTerm.WordOperation.Operator;

/// Threads that mix small words into two bytes of a shared memory: the terms about words, small
/// enough to be enumerated.
public final class Checksum {
  /// Marks ids of a thread.
  public interface T {
    /// The id sort.
    Ids<T> IDS = Ids.of("T");
  }

  /// The accumulator is the greatest signed number.
  public static final Ending FULL = Ending.thrown("full", "checksum: full");

  private final Declared declared = new Declared();
  private final Arr<T, Word> sum = declared.field("t.sum", T.IDS.array(Word.bits(4)));
  private final Bytes memory = declared.field("memory", Bytes.TYPE);

  private Checksum() {}

  /// The toy before inlining.
  public static Protocol protocol() {
    Checksum toy = new Checksum();
    return toy.declared.protocol(
        "checksum",
        List.of(Process.of("T", Optional.of(T.IDS.sort()), List.of("mix"))),
        List.of(toy.new Mix()),
        Block.EMPTY);
  }

  /// The toy as rules.
  public static Specification specification() {
    return Flattening.of(protocol());
  }

  private final class Mix extends Procedure {
    Mix() {
      super("mix", "Mixes a word into the memory.", Declared.MODEL);
    }

    @Override
    protected void body() {
      Id<T> me = self(T.IDS);
      Word mine = sum.of(me);
      label("add", "X1");
      pickValue(
          "step",
          Word.bits(4),
          List.of(Word.of(1, 4), Word.of(3, 4)),
          step -> set(mine, mine.apply(Operator.MUL, Word.of(5, 4)).plus(step)));
      label("mix", "X2");
      Word address = let("address", mine.extract(0, 1).zeroExtend(64));
      Word old = let("old", memory.load(address, 1).extract(0, 4));
      check(mine.is(Word.of(7, 4)).and(old.is(Word.of(7, 4))).not(), FULL);
      when(
          mine.lessThan(old),
          () -> set(mine, mine.apply(Operator.XOR, old)),
          () -> set(mine, mine.apply(Operator.SHIFT_RIGHT_SIGNED, Word.of(1, 4)).minus(old)));
      set(memory, memory.store(address, mine.signExtend(8)));
      when(memory.load(Word.of(0, 64), 2).below(Word.of(0x80, 16)), () -> set(mine, Word.of(0, 4)));
      goTo("add");
    }
  }
}

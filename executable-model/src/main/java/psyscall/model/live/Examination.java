package psyscall.model.live;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.LongPredicate;
import java.util.stream.IntStream;
import psyscall.model.live.LiveResult.Share;
import psyscall.model.live.LiveResult.Tally;
import psyscall.model.trampoline.Block;
import psyscall.model.trampoline.Trampoline;

/// Draws vectors, has them executed, and judges each, until one is wrong or all are done.
final class Examination {
  /// A claim of its own: that the call answers what it is known to answer.
  private static final String ANSWER = "answer";

  private final int[] kinds = new int[Trampoline.BATCH];
  private final Trampoline trampoline;
  private final VectorSource source;
  private final long[] words;
  private final Judge judge;
  private final List<String> titles;
  private final long[] shares;
  private long done;

  /// An examination.
  ///
  /// @param trampoline executes vectors
  /// @param source draws them
  /// @param words the blocks they are drawn to, [Trampoline#BATCH] of them
  /// @param judge judges them
  Examination(Trampoline trampoline, VectorSource source, long[] words, Judge judge) {
    this.trampoline = trampoline;
    this.source = source;
    this.words = words;
    this.judge = judge;
    this.titles = source.kinds();
    this.shares = new long[titles.size()];
  }

  /// Room for a batch of vectors.
  ///
  /// @return their blocks
  static long[] blocks() {
    return new long[Trampoline.BATCH * Block.WORDS];
  }

  /// Examines.
  ///
  /// @param vectors how many, at least 1
  /// @param goesOn asked after each batch with the number of vectors done; if not, it ends
  /// @return what came of it
  LiveResult run(long vectors, LongPredicate goesOn) {
    do {
      int batch = (int) Math.min(Trampoline.BATCH, vectors - done);
      for (int at = 0; at < batch; at++) {
        kinds[at] = source.next(at);
      }
      trampoline.run(words, batch);
      for (int at = 0; at < batch; at++) {
        if (!source.isAnswered(at, kinds[at]) || !judge.allows(words, at * Block.WORDS)) {
          return new LiveResult.Differs(discrepancy(at), tally());
        }
        shares[kinds[at]]++;
        done++;
      }
    } while (done < vectors && goesOn.test(done));
    return new LiveResult.Agrees(tally());
  }

  private Discrepancy discrepancy(int at) {
    int from = at * Block.WORDS;
    List<String> broken = new ArrayList<>(judge.broken(words, from));
    if (!source.isAnswered(at, kinds[at])) {
      broken.addFirst(ANSWER);
    }
    List<Long> vector = Arrays.stream(words, from, from + Block.WORDS).boxed().toList();
    return new Discrepancy(done, titles.get(kinds[at]), broken, vector);
  }

  private Tally tally() {
    List<Share> each =
        IntStream.range(0, shares.length)
            .mapToObj(kind -> new Share(titles.get(kind), shares[kind]))
            .toList();
    return new Tally(done, each, List.of());
  }
}

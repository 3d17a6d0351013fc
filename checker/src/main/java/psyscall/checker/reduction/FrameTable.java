package psyscall.checker.reduction;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import psyscall.model.layout.Layout;
import psyscall.model.layout.Leaf;
import psyscall.model.layout.Slot;
import psyscall.spec.process.Process;

/// What the frames of the processes hold, which depends on where the processes stand.
///
/// An *actor* is one process of one individual, or a single process; the actors of a process are
/// consecutive. A *frame* is an actor at a label; the frames at a label are consecutive.
final class FrameTable {
  /// Of each actor its program counter.
  private final int[] word;

  private final int[] shift;
  private final long[] mask;

  /// Of each actor its frame at its first label, and how far the next label's is.
  private final int[] firstFrame;

  private final int[] frameStep;

  /// Of each frame the links and arrays that are there.
  final Extent[] extents;

  /// Of each frame and each segment of its individual's record the bits that are not about other
  /// individuals; empty for single processes.
  final long[][] plain;

  /// Of each sort its processes, and of each of them the actor of the individual 0.
  final int[][] actorsOf;

  FrameTable(Layout layout, Individuals individuals, RecordTable records, Survey survey) {
    List<Slot> counters = new ArrayList<>();
    List<int[]> frames = new ArrayList<>();
    List<Extent> found = new ArrayList<>();
    List<long[]> masks = new ArrayList<>();
    actorsOf = new int[individuals.sorts().size()][0];
    for (Process process : layout.specification().processes()) {
      int copies = process.over().map(individuals::size).orElse(1);
      process.over().ifPresent(sort -> extend(individuals.number(sort), counters.size()));
      for (int self = 0; self < copies; self++) {
        counters.add(counter(layout, process, self));
        frames.add(new int[] {found.size() + self, copies});
      }
      for (String label : layout.specification().labels(process.name()).values()) {
        long[] plainBits =
            process.over().isPresent() && copies > 0
                ? survey.plain(process, label, records)
                : new long[0];
        for (int self = 0; self < copies; self++) {
          masks.add(plainBits);
          found.add(survey.frame(process, self, label));
        }
      }
    }
    word = counters.stream().mapToInt(Slot::word).toArray();
    shift = counters.stream().mapToInt(Slot::shift).toArray();
    mask = counters.stream().mapToLong(Slot::mask).toArray();
    firstFrame = frames.stream().mapToInt(frame -> frame[0]).toArray();
    frameStep = frames.stream().mapToInt(frame -> frame[1]).toArray();
    extents = found.toArray(Extent[]::new);
    plain = masks.toArray(long[][]::new);
  }

  private void extend(int sort, int actor) {
    int[] longer = Arrays.copyOf(actorsOf[sort], actorsOf[sort].length + 1);
    longer[longer.length - 1] = actor;
    actorsOf[sort] = longer;
  }

  private static Slot counter(Layout layout, Process process, int self) {
    Leaf leaf = Leaf.of(layout.specification().counter(process.name())).getFirst();
    return process.over().isPresent() ? layout.slot(leaf, self) : layout.slot(leaf);
  }

  /// How many actors there are.
  int actors() {
    return word.length;
  }

  /// The frame of an actor in a state.
  int frame(int actor, long[] states, int at) {
    int label = (int) (states[at + word[actor]] >>> shift[actor] & mask[actor]);
    return firstFrame[actor] + label * frameStep[actor];
  }
}

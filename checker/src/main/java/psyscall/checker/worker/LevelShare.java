package psyscall.checker.worker;

import java.util.ArrayList;
import java.util.List;
import psyscall.checker.store.Padded;
import psyscall.checker.store.StateRange;
import psyscall.checker.store.StateStore;

/// A worker's share of the levels of a breadth-first search.
public final class LevelShare extends Padded implements Frontier {
  private static final StateRange NO_BLOCK = new StateRange(-1, 0);

  private final Levels levels;
  private final List<StateRange> next = new ArrayList<>();
  private int from;
  private int to;
  private int nextFrom;
  private int nextTo;

  /// A share without states.
  ///
  /// @param levels where blocks come from
  public LevelShare(Levels levels) {
    this.levels = levels;
  }

  @Override
  public int take(int[] numbers) {
    if (from == to) {
      StateRange block = levels.block(NO_BLOCK);
      if (block.from() < 0) {
        return 0;
      }
      from = block.from();
      to = block.to();
    }
    int count = Math.min(numbers.length, to - from);
    for (int i = 0; i < count; i++) {
      numbers[i] = from++;
    }
    return count;
  }

  @Override
  public void giveBack(int[] numbers, int first, int end) {
    from -= end - first;
    release();
  }

  /// Gives back what is left of the block, so that another worker may take it.
  public void release() {
    if (from < to) {
      levels.giveBack(new StateRange(from, to));
      from = to;
    }
  }

  /// {@inheritDoc}
  ///
  /// States that a worker meets have consecutive numbers as long as they are in one chunk; no range
  /// is to go beyond it.
  @Override
  public void met(int number, int parent) {
    if (number != nextTo || number % StateStore.CHUNK == 0) {
      close();
      nextFrom = number;
    }
    nextTo = number + 1;
  }

  /// What was met since it was drained last.
  List<StateRange> drain() {
    close();
    List<StateRange> drained = List.copyOf(next);
    next.clear();
    nextFrom = nextTo;
    return drained;
  }

  private void close() {
    if (nextFrom < nextTo) {
      next.add(new StateRange(nextFrom, nextTo));
    }
  }
}

package psyscall.checker.worker;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import psyscall.checker.store.StateRange;

/// The levels of a breadth-first search: the states at distance 0, 1, 2 and so on, as ranges of
/// their numbers. The deepest complete level is handed out in blocks; its successors make the next.
public final class Levels {
  private static final int BLOCK_MAX = 2048;
  private static final int BLOCK_MIN = 64;
  private static final int BLOCKS_PER_WORKER = 8;

  private final int workers;
  private final List<List<StateRange>> levels = new ArrayList<>();
  private final Deque<StateRange> blocks = new ArrayDeque<>();

  /// No level yet.
  ///
  /// @param workers how many workers take part
  public Levels(int workers) {
    this.workers = workers;
  }

  /// Makes what the workers met the next level, and cuts it into blocks.
  ///
  /// @param shares what each worker met
  /// @return how many states it has
  public long advance(List<LevelShare> shares) {
    List<StateRange> level = new ArrayList<>();
    for (LevelShare share : shares) {
      level.addAll(share.drain());
    }
    long states = level.stream().mapToLong(StateRange::size).sum();
    if (states > 0) {
      levels.add(List.copyOf(level));
      cut(level, blockSize(states));
    }
    return states;
  }

  private int blockSize(long states) {
    long even = states / ((long) workers * BLOCKS_PER_WORKER);
    return workers == 1 ? BLOCK_MAX : Math.clamp(even, BLOCK_MIN, BLOCK_MAX);
  }

  private void cut(List<StateRange> level, int size) {
    for (StateRange range : level) {
      for (int from = range.from(); from < range.to(); from += size) {
        blocks.addLast(new StateRange(from, Math.min(from + size, range.to())));
      }
    }
  }

  /// Hands out a block.
  ///
  /// @param none what to say if there is none
  synchronized StateRange block(StateRange none) {
    StateRange block = blocks.pollFirst();
    return block == null ? none : block;
  }

  /// Takes back what was not expanded.
  synchronized void giveBack(StateRange rest) {
    blocks.addFirst(rest);
  }

  /// The levels, with what the workers met of the next one.
  ///
  /// @param shares what each worker met
  /// @return one list for each distance
  public List<List<StateRange>> all(List<LevelShare> shares) {
    List<StateRange> next = new ArrayList<>();
    for (LevelShare share : shares) {
      next.addAll(share.drain());
    }
    List<List<StateRange>> all = new ArrayList<>(levels);
    if (!next.isEmpty()) {
      all.add(List.copyOf(next));
    }
    return List.copyOf(all);
  }

  /// The depth of the level that is handed out.
  ///
  /// @return from 0; -1 before the first
  public int depth() {
    return levels.size() - 1;
  }
}

package psyscall.checker.worker;

import java.util.List;
import psyscall.checker.problem.Explored;
import psyscall.checker.store.IntSequence;
import psyscall.checker.store.IntStack;
import psyscall.checker.store.MemoryBudget;
import psyscall.checker.store.StateRange;
import psyscall.checker.store.StateStore;

/// The states of a depth-first search that were met and not expanded; the last one first.
///
/// Numbers are consecutive, since there is one worker.
public final class StateStack implements Frontier {
  /// Number, parent and depth.
  private static final long BYTES_PER_STATE = 3L * Integer.BYTES;

  private final MemoryBudget budget;
  private final IntStack pending = new IntStack();
  private final IntSequence parents = new IntSequence();
  private final IntSequence depths = new IntSequence();
  private int depthMax;

  /// An empty stack.
  ///
  /// @param budget what its memory is taken from
  public StateStack(MemoryBudget budget) {
    this.budget = budget;
  }

  @Override
  public int take(int[] numbers) {
    int count = Math.min(numbers.length, pending.size());
    for (int i = 0; i < count; i++) {
      numbers[i] = pending.pop();
    }
    return count;
  }

  @Override
  public void giveBack(int[] numbers, int from, int to) {
    for (int i = to - 1; i >= from; i--) {
      pending.push(numbers[i]);
    }
  }

  @Override
  public void met(int number, int parent) {
    if (number % StateStore.CHUNK == 0) {
      budget.charge(BYTES_PER_STATE * StateStore.CHUNK);
    }
    int depth = parent < 0 ? 0 : depths.at(parent) + 1;
    parents.add(parent);
    depths.add(depth);
    depthMax = Math.max(depthMax, depth);
    pending.push(number);
  }

  /// The length of the longest way that was taken.
  ///
  /// @return in steps
  public int depth() {
    return depthMax;
  }

  /// The order of the search, for its verdicts.
  ///
  /// @param states all states that were met
  /// @return the order
  public Explored.Order order(List<StateRange> states) {
    return new Explored.Order.ByParent(List.of(states), parents);
  }
}

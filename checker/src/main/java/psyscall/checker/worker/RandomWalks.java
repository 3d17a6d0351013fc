package psyscall.checker.worker;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/// Random walks from the initial state: of the steps out of a state one is taken, each with the
/// same chance; a walk ends after some steps or in a state without any.
public final class RandomWalks implements Frontier {
  private final SplittableRandom random;
  private final int stepsMax;
  private final List<Integer> walk = new ArrayList<>();
  private int runsLeft;
  private int initial;
  private int depthMax;
  private boolean isTaken;
  private int drawn;
  private int redrawn = -1;

  /// Walks that begin once the initial state is met.
  ///
  /// @param seed determines the walks
  /// @param stepsMax how many steps a walk has at most
  /// @param runs how many walks there are
  public RandomWalks(long seed, int stepsMax, int runs) {
    this.random = new SplittableRandom(seed);
    this.stepsMax = stepsMax;
    this.runsLeft = runs;
  }

  @Override
  public int take(int[] numbers) {
    boolean isOver = isTaken || walk.size() > stepsMax || walk.isEmpty();
    if (isOver) {
      if (runsLeft == 0) {
        return 0;
      }
      runsLeft--;
      walk.clear();
      walk.add(initial);
    }
    isTaken = true;
    numbers[0] = walk.getLast();
    return 1;
  }

  @Override
  public void giveBack(int[] numbers, int from, int to) {
    isTaken = false;
    redrawn = drawn;
  }

  @Override
  public int chosen(int steps) {
    // A step for which there was no room is taken again: walks depend on the seed alone.
    drawn = redrawn >= 0 ? redrawn : random.nextInt(steps);
    redrawn = -1;
    return drawn;
  }

  @Override
  public void met(int number, int parent) {
    if (parent < 0) {
      initial = number;
    } else {
      metAgain(number);
    }
  }

  @Override
  public void metAgain(int number) {
    walk.add(number);
    depthMax = Math.max(depthMax, walk.size() - 1);
    isTaken = false;
  }

  @Override
  public List<Integer> walk() {
    return walk.isEmpty() ? List.of(initial) : List.copyOf(walk);
  }

  /// The length of the longest walk.
  ///
  /// @return in steps
  public int depth() {
    return depthMax;
  }
}

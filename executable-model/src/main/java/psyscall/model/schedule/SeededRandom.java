package psyscall.model.schedule;

import java.util.SplittableRandom;
import psyscall.spec.process.Choice;

/// Draws everything, each possibility as likely as the others; the same seed draws the same.
public final class SeededRandom implements Scheduler {
  private static final int STEP_NANOS_MAX = 200;

  private final long seed;
  private final SplittableRandom random;

  /// A scheduler at its start.
  ///
  /// @param seed determines what it draws
  public SeededRandom(long seed) {
    this.seed = seed;
    random = new SplittableRandom(seed);
  }

  @Override
  public int next(int ready) {
    return random.nextInt(ready);
  }

  @Override
  public int choose(Choice choice, int candidates) {
    return random.nextInt(candidates);
  }

  @Override
  public long stepNanos() {
    return 1L + random.nextInt(STEP_NANOS_MAX);
  }

  @Override
  public long seed() {
    return seed;
  }
}

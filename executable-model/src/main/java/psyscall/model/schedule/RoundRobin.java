package psyscall.model.schedule;

import psyscall.spec.process.Choice;

/// Whoever has been ready the longest moves, the first candidate is taken, and each step lasts as
/// long as any other.
public final class RoundRobin implements Scheduler {
  private static final long STEP_NANOS = 100;

  /// A scheduler without a memory.
  public RoundRobin() {}

  @Override
  public int next(int ready) {
    return 0;
  }

  @Override
  public int choose(Choice choice, int candidates) {
    return 0;
  }

  @Override
  public long stepNanos() {
    return STEP_NANOS;
  }
}

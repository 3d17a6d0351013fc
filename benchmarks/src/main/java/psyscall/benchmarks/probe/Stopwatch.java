package psyscall.benchmarks.probe;

import java.time.Instant;
import java.util.function.LongSupplier;
import psyscall.checker.search.Listener;
import psyscall.checker.search.Progress;

/// The clock of a search, which measures it alone: without the generation of code before it, and
/// without the verdicts after it.
///
/// A search looks at its clock for the first time when its code is there and nothing is stored yet,
/// and tells its listener before it comes to the verdicts; both on its own thread.
final class Stopwatch implements LongSupplier, Listener {
  private boolean isStarted;
  private Instant startTime = Instant.EPOCH;
  private Reading start = Reading.now();
  private Reading end = start;

  /// Not started yet.
  Stopwatch() {}

  @Override
  public long getAsLong() {
    if (!isStarted) {
      isStarted = true;
      startTime = Instant.now();
      start = Reading.now();
    }
    return System.nanoTime();
  }

  @Override
  public void progress(Progress progress) {
    switch (progress.phase()) {
      case EXPLORING -> {}
      case JUDGING -> end = Reading.now();
    }
  }

  /// When the first look was; long ago if there was none.
  Instant startTime() {
    return startTime;
  }

  /// What passed between the first look and the verdicts.
  Reading exploring() {
    return end.since(start);
  }
}

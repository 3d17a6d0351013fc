package psyscall.model.run;

import psyscall.model.kernel.VirtualKernel;
import psyscall.model.workload.StopReason;

/// The garbage collector's clockwork: while it marks, stacks are scanned, each once, and idle Ps
/// find mark work; two minutes after a collection sysmon forces the next (proc.go,
/// `forcegcperiod`).
///
/// It marks from the stop that begins a collection to the one that ends it. There is a piece of
/// mark work for each goroutine; a worker that takes one is done with it at once. Before the first
/// collection none is forced, as in Go.
final class Collector {
  private static final long FORCE_PERIOD_NANOS = 120_000_000_000L;

  private final int goroutines;
  private boolean isMarking;
  private int pieces;
  private long scanned;
  private long forceNanos = VirtualKernel.NEVER;

  /// @param goroutines how many there are at most
  Collector(int goroutines) {
    this.goroutines = goroutines;
  }

  /// The world was stopped and is about to run again.
  void worldStopped(StopReason reason, long now) {
    switch (reason) {
      case SWEEP_TERMINATION -> {
        isMarking = true;
        pieces = goroutines;
        scanned = 0;
      }
      case MARK_TERMINATION -> {
        isMarking = false;
        pieces = 0;
        collected(now);
      }
      case READ_MEM_STATS, GOMAXPROCS, ALL_STACKS -> {}
    }
  }

  /// A collection has ended, or sysmon has forced one.
  void collected(long now) {
    forceNanos = now + FORCE_PERIOD_NANOS;
  }

  /// When sysmon forces a collection.
  long forceNanos() {
    return forceNanos;
  }

  /// From when stacks are scanned: now, or never.
  long scanNanos() {
    return isMarking ? 0 : VirtualKernel.NEVER;
  }

  /// Whom a worker may scan.
  ///
  /// @param claimable all who do not run, bit i for the goroutine i
  /// @return those whose stack was not scanned in this collection
  long unscanned(long claimable) {
    return claimable & ~scanned;
  }

  /// A worker has claimed a goroutine.
  void scans(int goroutine) {
    scanned |= 1L << goroutine;
  }

  /// From when an idle P finds mark work: now, or never.
  long workNanos() {
    return hasWork() ? 0 : VirtualKernel.NEVER;
  }

  /// Whether there is mark work.
  boolean hasWork() {
    return pieces > 0;
  }

  /// An idle P's worker takes a piece of it.
  void takesWork() {
    pieces--;
  }
}

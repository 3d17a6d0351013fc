package psyscall.spec.state;

import java.util.Optional;

/// What a goroutine does next; a program is a list of these.
public enum Op {
  /// Runs user code for a while.
  COMPUTE,
  /// A system call through `entersyscall` and `exitsyscall`.
  SYSCALL,
  /// A system call that tells nobody.
  RAW_SYSCALL,
  /// A wait of the runtime's own through `entersyscallblock` (1.10: only `notetsleepg`).
  BLOCK,
  /// Yields.
  GOSCHED,
  /// Parks until another goroutine readies it.
  PARK,
  /// Readies one parked goroutine, if there is one.
  READY,
  /// Stops the world, uses the stop, starts the world.
  STOP_THE_WORLD,
  /// Has every P run a function at a safe point.
  FOR_EACH_P,
  /// Locks itself to its thread; locks do not nest.
  LOCK(Feature.LOCKED),
  /// Unlocks itself from its thread.
  UNLOCK(Feature.LOCKED),
  /// Creates one of the goroutines that are there to be created, if there is one left.
  GO(Feature.NEWPROC),
  /// A raw system call with all signals blocked, as around fork.
  RAW_BLOCKED(Feature.SIGURG),
  /// Waits for the network.
  NETWAIT(Feature.POLLER),
  /// Collects garbage, which is nothing here, and parks until sysmon forces the next collection:
  /// what the system's helper does for ever.
  FORCE_GC(Feature.FORCE_GC),
  /// Ends.
  EXIT;

  private final Optional<Feature> extension;

  Op() {
    extension = Optional.empty();
  }

  Op(Feature extension) {
    this.extension = Optional.of(extension);
  }

  /// The extension without which it has no meaning.
  ///
  /// @return the extension, if it needs one
  public Optional<Feature> extension() {
    return extension;
  }
}

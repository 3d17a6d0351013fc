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
  /// Waits for the network (only with [Feature#POLLER]).
  NETWAIT,
  /// Collects garbage, which is nothing here, and parks until sysmon forces the next collection:
  /// what the system's helper does for ever (only with [Feature#FORCE_GC]).
  FORCE_GC,
  /// Ends.
  EXIT;

  /// The extension without which nobody can do it.
  ///
  /// @return the extension, if it takes one
  public Optional<Feature> needs() {
    return switch (this) {
      case NETWAIT -> Optional.of(Feature.POLLER);
      case FORCE_GC -> Optional.of(Feature.FORCE_GC);
      case COMPUTE,
          SYSCALL,
          RAW_SYSCALL,
          BLOCK,
          GOSCHED,
          PARK,
          READY,
          STOP_THE_WORLD,
          FOR_EACH_P,
          EXIT ->
          Optional.empty();
    };
  }
}

package psyscall.spec.state;

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
  /// Ends.
  EXIT
}

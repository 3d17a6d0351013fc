package psyscall.model.kernel;

import java.util.Optional;
import psyscall.model.workload.KernelCall;
import psyscall.model.workload.Operation.Way;

/// What a run asks of a kernel: the model's own, in virtual time, or the one of this machine.
///
/// Each goroutine is in one call at most. A call that is over stays until it is taken.
public interface Kernel {

  /// Stores to a word.
  ///
  /// @param word its name
  /// @param value what it holds then
  void store(String word, long value);

  /// Whether a goroutine is in a call.
  ///
  /// @param goroutine its id
  /// @return whether it began one and did not take its result
  boolean isIn(long goroutine);

  /// Makes a call.
  ///
  /// @param goroutine whose
  /// @param way how the scheduler is told
  /// @param call which
  /// @param now the time
  void begin(long goroutine, Way way, KernelCall call, long now);

  /// When a goroutine's call is over.
  ///
  /// @param goroutine whose
  /// @return the time, or [VirtualKernel#NEVER] if it is not known
  long due(long goroutine);

  /// Takes the result of a call that is over.
  ///
  /// @param goroutine whose
  /// @return what the program has of it
  KernelResult finish(long goroutine);

  /// What SIGURG does to a goroutine's call.
  ///
  /// @param goroutine whose
  /// @param now the time
  /// @return whether it fails, begins again, or goes on
  Interruption interruption(long goroutine, long now);

  /// SIGURG comes into a goroutine's call that waits.
  ///
  /// @param goroutine whose
  /// @param now the time
  /// @return what the program has of the call; empty if the call begins again
  Optional<KernelResult> interrupt(long goroutine, long now);

  /// Asks for the time of day by a function of the vDSO, without a trap.
  ///
  /// @return what the program has of it
  KernelResult timeOfDay();
}

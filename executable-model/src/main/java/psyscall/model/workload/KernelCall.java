package psyscall.model.workload;

import java.util.OptionalLong;
import psyscall.spec.kernel.Restart;

/// A call with its arguments, as far as the virtual kernel knows it.
public sealed interface KernelCall {

  /// The code with which the kernel leaves the call's wait when a signal comes.
  ///
  /// @return what then becomes of it is said by the semantics of the code
  Restart restart();

  /// `futex(FUTEX_WAIT)`: waits as long as nobody wakes, if the word holds what is expected.
  ///
  /// @param word the name of the word
  /// @param expected what it should hold
  /// @param timeoutNanos how long at most; empty for ever
  record FutexWait(String word, long expected, OptionalLong timeoutNanos) implements KernelCall {
    @Override
    public Restart restart() {
      return timeoutNanos.isPresent() ? Restart.RESTART_BLOCK : Restart.SYS;
    }
  }

  /// `futex(FUTEX_WAKE)`: wakes who waits on a word, the longest wait first.
  ///
  /// @param word the name of the word
  /// @param count how many at most, at least 1
  record FutexWake(String word, long count) implements KernelCall {
    @Override
    public Restart restart() {
      return Restart.SYS;
    }
  }

  /// `nanosleep`: waits.
  ///
  /// @param nanos how long
  record Nanosleep(long nanos) implements KernelCall {
    @Override
    public Restart restart() {
      return Restart.RESTART_BLOCK;
    }
  }

  /// A call that does its work without waiting, so that no signal interrupts it.
  ///
  /// @param nanos how long it takes
  record Service(long nanos) implements KernelCall {
    @Override
    public Restart restart() {
      return Restart.SYS;
    }
  }
}

package psyscall.model.workload;

import java.util.Optional;
import java.util.OptionalLong;
import psyscall.spec.kernel.Restart;

/// A call with its arguments, as far as the virtual kernel knows it.
public sealed interface KernelCall {
  /// The name of the standard output, as a file that is written to.
  String STDOUT = "stdout";

  /// The code with which the kernel leaves the call's wait when a signal comes.
  ///
  /// @return what then becomes of it is said by the semantics of the code; empty where the service
  ///   returns EINTR itself, or does not wait
  default Optional<Restart> restart() {
    return Optional.empty();
  }

  /// `futex(FUTEX_WAIT)`: waits as long as nobody wakes, if the word holds what is expected.
  ///
  /// @param word the name of the word
  /// @param expected what it should hold
  /// @param timeoutNanos how long at most; empty for ever
  record FutexWait(String word, long expected, OptionalLong timeoutNanos) implements KernelCall {
    @Override
    public Optional<Restart> restart() {
      return Optional.of(timeoutNanos.isPresent() ? Restart.RESTART_BLOCK : Restart.SYS);
    }
  }

  /// `futex(FUTEX_WAKE)`: wakes who waits on a word, the longest wait first.
  ///
  /// @param word the name of the word
  /// @param count how many at most, at least 1
  record FutexWake(String word, long count) implements KernelCall {}

  /// `nanosleep`: waits.
  ///
  /// @param nanos how long
  record Nanosleep(long nanos) implements KernelCall {
    @Override
    public Optional<Restart> restart() {
      return Optional.of(Restart.RESTART_BLOCK);
    }
  }

  /// `read`: takes bytes out of a pipe, and waits as long as there are none.
  ///
  /// @param pipe its name
  /// @param count how many at most, at least 1
  record Read(String pipe, long count) implements KernelCall {
    @Override
    public Optional<Restart> restart() {
      return Optional.of(Restart.SYS);
    }
  }

  /// `write`: puts bytes into a pipe, and waits until all are in it; or writes to the standard
  /// output, which never waits.
  ///
  /// @param file the name of the pipe, or [KernelCall#STDOUT]
  /// @param count how many, at least 1
  record Write(String file, long count) implements KernelCall {
    @Override
    public Optional<Restart> restart() {
      return Optional.of(Restart.SYS);
    }
  }

  /// `epoll_wait`: waits until a pipe has bytes. It is not begun again after a signal, whatever the
  /// handler was installed with.
  ///
  /// @param pipe its name
  /// @param timeoutNanos how long at most, to the next millisecond; empty for ever
  record EpollWait(String pipe, OptionalLong timeoutNanos) implements KernelCall {}

  /// `getpid`.
  record Getpid() implements KernelCall {}

  /// `sched_yield`: gives the processor to other threads, of which none waits for it here.
  record SchedYield() implements KernelCall {}

  /// `gettimeofday` as a system call.
  record Gettimeofday() implements KernelCall {}

  /// `fsync`: a call that does its work without waiting for anybody, so that no signal interrupts
  /// it.
  ///
  /// @param nanos how long it takes
  record Service(long nanos) implements KernelCall {}

  /// A call whose work takes as long as is drawn, where it works; waits are as long as they are.
  ///
  /// @param call which, not timed itself
  /// @param time how long
  record Timed(KernelCall call, ServiceTime time) implements KernelCall {
    /// Checks the call.
    public Timed {
      if (call instanceof Timed) {
        throw new IllegalArgumentException("call with two service times: call=" + call);
      }
    }

    @Override
    public Optional<Restart> restart() {
      return call.restart();
    }
  }
}

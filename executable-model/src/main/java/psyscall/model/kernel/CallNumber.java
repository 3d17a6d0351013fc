package psyscall.model.kernel;

import java.util.Optional;
import java.util.stream.Stream;

/// The system calls that runs make, numbered as in Linux on x86-64; not all have a service in the
/// virtual kernel.
public enum CallNumber {
  READ(0),
  WRITE(1),
  CLOSE(3),
  RT_SIGPROCMASK(14),
  SCHED_YIELD(24),
  NANOSLEEP(35),
  GETPID(39),
  FSYNC(74),
  GETTIMEOFDAY(96),
  GETTID(186),
  FUTEX(202),
  EPOLL_WAIT(232),
  EPOLL_CTL(233),
  TGKILL(234),
  OPENAT(257),
  EPOLL_CREATE1(291),
  PIPE2(293);

  private final int number;

  CallNumber(int number) {
    this.number = number;
  }

  /// What is in RAX at the call.
  ///
  /// @return 0 or more
  public int number() {
    return number;
  }

  /// The call of a number.
  ///
  /// @param number any
  /// @return empty if no run makes it
  public static Optional<CallNumber> of(int number) {
    return Stream.of(values()).filter(each -> each.number == number).findFirst();
  }
}

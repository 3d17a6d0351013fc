package psyscall.model.trap;

import java.util.Optional;
import java.util.stream.Stream;

/// The calls that the virtual kernel has services for, numbered as in Linux on x86-64.
enum CallNumber {
  READ(0),
  WRITE(1),
  SCHED_YIELD(24),
  NANOSLEEP(35),
  GETPID(39),
  FSYNC(74),
  GETTIMEOFDAY(96),
  FUTEX(202),
  EPOLL_WAIT(232);

  private final int number;

  CallNumber(int number) {
    this.number = number;
  }

  int number() {
    return number;
  }

  /// The service of a number.
  static Optional<CallNumber> of(int number) {
    return Stream.of(values()).filter(each -> each.number == number).findFirst();
  }
}

package psyscall.model.kernel;

import java.util.Optional;
import java.util.stream.Stream;
import psyscall.spec.kernel.Linux;

/// The errors with which calls of the virtual kernel fail, numbered as in Linux on x86-64.
public enum KernelError {
  /// A signal was handled, and the call is not begun again.
  EINTR(Linux.EINTR, "interrupted system call"),
  /// No such file is open.
  EBADF(9, "bad file descriptor"),
  /// The word does not hold what it should.
  EAGAIN(11, "resource temporarily unavailable"),
  /// There is no such call.
  ENOSYS(Linux.ENOSYS, "function not implemented"),
  /// The time is over.
  ETIMEDOUT(110, "connection timed out");

  private final int number;
  private final String text;

  KernelError(int number, String text) {
    this.number = number;
    this.text = text;
  }

  /// The error of a number.
  ///
  /// @param number as in Linux
  /// @return the error, if the virtual kernel has it
  public static Optional<KernelError> numbered(long number) {
    return Stream.of(values()).filter(error -> error.number == number).findFirst();
  }

  /// Its number.
  ///
  /// @return at least 1
  public int number() {
    return number;
  }

  /// What a service returns for it.
  ///
  /// @return its number, negated
  public long rax() {
    return -number;
  }

  /// What Go prints for it.
  ///
  /// @return as in the table of Go's syscall package
  public String text() {
    return text;
  }
}

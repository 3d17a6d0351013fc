package psyscall.model.kernel;

import psyscall.spec.kernel.Linux;

/// The errors with which calls of the virtual kernel fail, numbered as in Linux on x86-64.
public enum KernelError {
  /// A signal was handled, and the call is not begun again.
  EINTR(Linux.EINTR, "interrupted system call"),
  /// The word does not hold what it should.
  EAGAIN(11, "resource temporarily unavailable"),
  /// The time is over.
  ETIMEDOUT(110, "connection timed out");

  private final int number;
  private final String text;

  KernelError(int number, String text) {
    this.number = number;
    this.text = text;
  }

  /// Its number.
  ///
  /// @return at least 1
  public int number() {
    return number;
  }

  /// What Go prints for it.
  ///
  /// @return as in the table of Go's syscall package
  public String text() {
    return text;
  }
}

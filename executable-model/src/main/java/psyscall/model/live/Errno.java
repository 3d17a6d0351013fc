package psyscall.model.live;

import psyscall.spec.kernel.Linux;

/// The errors that safe calls answer with.
enum Errno {
  /// No such descriptor.
  EBADF(9),
  /// No such address.
  EFAULT(14),
  /// No such argument.
  EINVAL(22),
  /// No such call.
  ENOSYS(Linux.ENOSYS);

  private final int number;

  Errno(int number) {
    this.number = number;
  }

  /// Its number.
  ///
  /// @return at least 1
  long number() {
    return number;
  }
}

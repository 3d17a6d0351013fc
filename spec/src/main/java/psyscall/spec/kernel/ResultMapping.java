package psyscall.spec.kernel;

import psyscall.spec.expr.Bool;
import psyscall.spec.expr.Word;

/// Who calls which result an error. They disagree about one value out of 2^64: -4095.
public enum ResultMapping {
  /// Linux, glibc's `syscall`, strace: from -4095 on.
  LINUX(-Linux.MAX_ERRNO),
  /// Go's stubs: from -4094 on; their comparison takes "lower or same" than -4095 for success.
  GO(-Linux.MAX_ERRNO + 1);

  private static final int BITS = 64;

  private final int least;

  ResultMapping(int least) {
    this.least = least;
  }

  /// Whether a result is an error.
  ///
  /// @param result RAX after the call, 64 bits
  /// @return the condition
  public Bool isError(Word result) {
    return Word.of(least, BITS).belowOrSame(result);
  }

  /// The error number of an error.
  ///
  /// @param result RAX after the call, 64 bits
  /// @return its negation; meaningless for a success
  public static Word errno(Word result) {
    return Word.of(0, BITS).minus(result);
  }
}

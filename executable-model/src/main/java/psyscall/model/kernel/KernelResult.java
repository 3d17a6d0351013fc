package psyscall.model.kernel;

import java.util.Optional;

/// What a call gives back to the program, as Go's `RawSyscall6` does.
///
/// @param value the first result; −1 after an error
/// @param second the second result: what the third argument was, since Linux keeps RDX; 0 after an
///   error
/// @param error why it failed; empty if it did not
public record KernelResult(long value, long second, Optional<KernelError> error) {
  /// A call that succeeded, with 0 for its second result.
  ///
  /// @param value its result
  /// @return the result
  public static KernelResult of(long value) {
    return new KernelResult(value, 0, Optional.empty());
  }

  /// A call that failed.
  ///
  /// @param error why
  /// @return the result
  public static KernelResult of(KernelError error) {
    return new KernelResult(-1, 0, Optional.of(error));
  }

  /// As Go prints `r1, r2, err`.
  ///
  /// @return such as `18446744073709551615 0 interrupted system call`
  public String text() {
    return Long.toUnsignedString(value)
        + " "
        + Long.toUnsignedString(second)
        + " "
        + error.map(KernelError::text).orElse("errno 0");
  }
}

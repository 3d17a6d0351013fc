package psyscall.model.strace;

import psyscall.spec.kernel.Restart;

/// What stands behind the `=` of a call.
public sealed interface CallResult {
  /// A number.
  ///
  /// @param bits RAX
  record Value(long bits) implements CallResult {}

  /// An error.
  ///
  /// @param name such as `EINTR`
  record Failed(String name) implements CallResult {}

  /// A restart code, which the user does not see as it is if a signal is pending.
  ///
  /// @param restart which
  record Restarting(Restart restart) implements CallResult {}

  /// A question mark: the thread did not come back.
  record Never() implements CallResult {}
}

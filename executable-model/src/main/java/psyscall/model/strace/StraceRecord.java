package psyscall.model.strace;

/// What a line of a log says.
public sealed interface StraceRecord {
  /// Where and when.
  ///
  /// @return the place of the line
  At at();

  /// The place of a line.
  ///
  /// @param line from 1
  /// @param position its first byte in the log, from 0
  /// @param thread the id of the thread
  /// @param micros the time, in microseconds of the log's clock
  record At(long line, long position, long thread, long micros) {}

  /// A call with its arguments.
  ///
  /// @param name the kernel's name of it
  /// @param arguments as they stand in the log, in hexadecimal
  record Asked(String name, String arguments) {}

  /// A call from its begin to its end.
  ///
  /// @param at where and when it began
  /// @param asked what for
  /// @param result what came of it
  record Whole(At at, Asked asked, CallResult result) implements StraceRecord {}

  /// A call begins; another thread was reported before it ended.
  ///
  /// @param at where and when
  /// @param asked what for
  record Begun(At at, Asked asked) implements StraceRecord {}

  /// A call ends that had begun.
  ///
  /// @param at where and when
  /// @param name the call's name
  /// @param result what came of it
  record Resumed(At at, String name, CallResult result) implements StraceRecord {}

  /// A signal is delivered.
  ///
  /// @param at where and when
  /// @param name such as `SIGURG`
  record Signalled(At at, String name) implements StraceRecord {}

  /// A stop of the thread, as by SIGSTOP.
  ///
  /// @param at where and when
  record Stopped(At at) implements StraceRecord {}

  /// The thread has ended.
  ///
  /// @param at where and when
  record Ended(At at) implements StraceRecord {}
}

package psyscall.model.observe;

/// In which format a run was recorded, and what that format tells.
///
/// @param family which reader it needs
/// @param minor the number in the header: `22` for `go 1.22 trace`; 0 for formats that are not Go's
public record Format(Family family, int minor) {
  /// Formats that are read alike.
  public enum Family {
    /// Go 1.5 to 1.21: streams of Ps.
    GO_BY_PROCESSOR,
    /// Go 1.22 and later: streams of threads, in generations.
    GO_BY_THREAD,
    /// Our own log.
    EVENT_LOG
  }

  /// Whether events tell their thread.
  ///
  /// @return false where the thread has to be inferred from the P
  public boolean tellsThreads() {
    return switch (family) {
      case GO_BY_PROCESSOR -> false;
      case GO_BY_THREAD, EVENT_LOG -> true;
    };
  }

  /// Whether the end of a system call that kept its P is an event.
  ///
  /// @return false where it has to be inferred from what the goroutine does next
  public boolean tellsFastExits() {
    return tellsThreads();
  }

  /// Whether it is told who took a P out of a system call.
  ///
  /// @return false where only the loss is told
  public boolean tellsThieves() {
    return tellsThreads();
  }
}

package psyscall.model.replay;

/// A step that was to be followed is not possible, or leads elsewhere.
public final class NotFollowedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final int position;

  /// A step that cannot be followed.
  ///
  /// @param position which, from 1
  /// @param what what is wrong, in one line
  NotFollowedException(int position, String what) {
    super("cannot be followed: step=" + position + ", " + what);
    this.position = position;
  }

  /// Which step.
  ///
  /// @return its position, from 1
  public int position() {
    return position;
  }
}

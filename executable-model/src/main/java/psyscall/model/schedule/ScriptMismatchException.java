package psyscall.model.schedule;

/// A script decides something else than what is asked: it was written for another run.
public final class ScriptMismatchException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final int position;

  ScriptMismatchException(int position, Decision given, String asked) {
    super(
        "script of another run: decision=%d, given='%s', asked='%s'"
            .formatted(position, given.text(), asked));
    this.position = position;
  }

  /// Which decision does not fit.
  ///
  /// @return its position, from 1
  public int position() {
    return position;
  }
}

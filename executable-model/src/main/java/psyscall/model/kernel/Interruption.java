package psyscall.model.kernel;

/// What a signal does to a call.
public enum Interruption {
  /// It is over: it fails with EINTR, or gives back what was done of it.
  FAILS,
  /// It begins again.
  RESTARTS,
  /// Nothing: it does not wait, or is over already.
  NONE
}

package psyscall.checker.oracle;

/// An event is not explained. It is thrown at most once a trace, so it has no stack trace.
final class Refused extends Exception {
  private static final long serialVersionUID = 1L;

  private final String event;
  private final int guard;

  private Refused(String event, int guard, String claim) {
    super(claim, null, false, false);
    this.event = event;
    this.guard = guard;
  }

  /// A guard of the lifecycle does not hold.
  ///
  /// @param event the event of the lifecycle
  /// @param guard which of its guards, from 1
  /// @param claim what the guard needs
  static Refused byGuard(String event, int guard, String claim) {
    return new Refused(event, guard, claim);
  }

  /// What the order of one thread, of one P or of the world needs is not so.
  ///
  /// @param claim what is needed
  static Refused byOrder(String claim) {
    return new Refused("", 0, claim);
  }

  /// What is needed and is not so.
  String claim() {
    return String.valueOf(getMessage());
  }

  /// The event of the lifecycle, or nothing if no rule of the lifecycle refused.
  String event() {
    return event;
  }

  /// The guard, from 1, or 0.
  int guard() {
    return guard;
  }
}

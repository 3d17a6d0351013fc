package psyscall.spec.process;

/// How a run can end for good: what Go writes as `throw`, or a declared end of the program.
///
/// The step that ends it keeps what it wrote until then and leaves the program counters as they
/// are; the locals of the process that took it get their defaults, since nobody reads them any
/// more.
///
/// @param name its name, unique in the specification
/// @param kind throw or end
/// @param text what it says to a person
public record Ending(String name, Kind kind, String text) {
  /// What an ending means.
  public enum Kind {
    /// An assertion of the modelled system failed.
    THROW,
    /// The layer above does not allow what a step did.
    REFUSED,
    /// The run is over and that is no error.
    FINAL
  }

  /// A failed assertion.
  ///
  /// @param name its name
  /// @param text what it says
  /// @return the ending
  public static Ending thrown(String name, String text) {
    return new Ending(name, Kind.THROW, text);
  }

  /// A step that the layer above does not allow.
  ///
  /// @param name its name
  /// @param text what it says
  /// @return the ending
  public static Ending refused(String name, String text) {
    return new Ending(name, Kind.REFUSED, text);
  }

  /// A value of a range left its bounds.
  public static final Ending OUT_OF_RANGE =
      thrown("out-of-range", "a number left the range that the model gives it");

  /// Nil was followed.
  public static final Ending NIL_DEREFERENCE =
      thrown("nil-dereference", "nil was followed where an id is needed");

  /// A queue grew beyond its capacity.
  public static final Ending QUEUE_FULL = thrown("queue-full", "a queue grew beyond its capacity");
}

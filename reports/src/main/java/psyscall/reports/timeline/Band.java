package psyscall.reports.timeline;

/// What an actor has, as the mark that runs down beside its lane.
///
/// @param hold how firmly it has it
/// @param label what it has, in a few letters, such as `P0`; empty if it has nothing
public record Band(Hold hold, String label) {
  /// Checks that nothing has no name.
  public Band {
    if (hold == Hold.NOTHING && !label.isEmpty()) {
      throw new IllegalArgumentException("band of nothing: label=" + label);
    }
  }

  /// How an actor relates to the thing that a band stands for.
  public enum Hold {
    /// It has nothing.
    NOTHING,
    /// It alone may use the thing.
    OWNS,
    /// It had the thing and may find it again; anyone may take it.
    REMEMBERS,
    /// The thing is put aside for it, and it has not taken it yet.
    IS_GIVEN
  }

  /// The band of an actor that has nothing.
  public static final Band NOTHING = new Band(Hold.NOTHING, "");
}

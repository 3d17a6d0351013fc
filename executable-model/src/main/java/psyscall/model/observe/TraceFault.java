package psyscall.model.observe;

/// Why a recorded run cannot be read on.
///
/// Its message is one line of lower case that names the offending values.
public final class TraceFault extends Exception {
  private static final long serialVersionUID = 1L;

  /// What kind of trouble it is.
  public enum Trouble {
    /// The bytes are no trace, or cease to be one.
    NOT_A_TRACE,
    /// The file ends inside of the trace; all before [#position] was delivered.
    CUT_OFF,
    /// Events are left and no order allows one of them to be the next.
    NO_ORDER,
    /// Reading on would need more memory than allowed.
    MEMORY
  }

  private final Trouble trouble;
  private final long position;

  /// Makes the fault.
  ///
  /// @param trouble what kind it is
  /// @param position the byte it is about, from 0
  /// @param message what is wrong, with the offending values; for [Trouble#NO_ORDER] the first
  ///   event of each stream and what it waits for
  public TraceFault(Trouble trouble, long position, String message) {
    super(message);
    this.trouble = trouble;
    this.position = position;
  }

  /// What kind of trouble it is.
  ///
  /// @return the kind
  public Trouble trouble() {
    return trouble;
  }

  /// Where.
  ///
  /// @return a byte of the file, from 0
  public long position() {
    return position;
  }
}

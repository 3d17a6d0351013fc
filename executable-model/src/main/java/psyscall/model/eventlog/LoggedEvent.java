package psyscall.model.eventlog;

/// One line of a log: an event or a status. A reader fills the same object again for each line.
public final class LoggedEvent {
  /// No individual of that kind is named.
  public static final long NONE = -1;

  private long line;
  private long position;
  private String name = "";
  private String status = "";
  private long goroutine = NONE;
  private long thread = NONE;
  private long processor = NONE;
  private long by = NONE;

  /// A line that says nothing yet.
  public LoggedEvent() {}

  void begin(long atLine, long atByte) {
    line = atLine;
    position = atByte;
    name = "";
    status = "";
    goroutine = NONE;
    thread = NONE;
    processor = NONE;
    by = NONE;
  }

  void name(String text) {
    name = text;
  }

  void status(String text) {
    status = text;
  }

  void id(IdField field, long id) {
    switch (field) {
      case GOROUTINE -> goroutine = id;
      case THREAD -> thread = id;
      case PROCESSOR -> processor = id;
      case BY -> by = id;
    }
  }

  /// Where it is.
  ///
  /// @return its line in the log, from 1
  public long line() {
    return line;
  }

  /// Where it is.
  ///
  /// @return its first byte, from 0
  public long position() {
    return position;
  }

  /// What happened.
  ///
  /// @return an event of the vocabulary, or one of the two status lines
  public String name() {
    return name;
  }

  /// What a status line says.
  ///
  /// @return the word, empty for an event
  public String status() {
    return status;
  }

  /// An individual that the line names.
  ///
  /// @param field in which field
  /// @return its id, 0 or more, or [#NONE]
  public long id(IdField field) {
    return switch (field) {
      case GOROUTINE -> goroutine;
      case THREAD -> thread;
      case PROCESSOR -> processor;
      case BY -> by;
    };
  }

  /// Whether it tells of the beginning.
  ///
  /// @return whether it is one of the two status lines
  public boolean isStatus() {
    return name.equals(Vocabulary.GO_STATUS) || name.equals(Vocabulary.PROC_STATUS);
  }
}

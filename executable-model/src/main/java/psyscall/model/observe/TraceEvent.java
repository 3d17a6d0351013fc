package psyscall.model.observe;

/// One event of a recorded run. A reader fills the same object again for each event, so that
/// reading allocates nothing; who wants to keep an event copies what it needs.
public final class TraceEvent {
  /// No thread, P, goroutine or value.
  public static final long NONE = -1;

  private Kind kind = Kind.OTHER;
  private long position;
  private long number;
  private long time;
  private long generation;
  private long thread = NONE;
  private long processor = NONE;
  private long goroutine = NONE;
  private long subject = NONE;
  private long value = NONE;
  private long other = NONE;

  /// An event that is filled by [#at], [#by] and [#about].
  public TraceEvent() {}

  /// Where and when the event is.
  ///
  /// @param number its place in the order of the run, from 1
  /// @param position its first byte in the file, from 0
  /// @param time in units of the format's clock (first format: ticks, else nanoseconds)
  /// @param generation the generation of the second format, from 1; else 0
  public void at(long number, long position, long time, long generation) {
    this.number = number;
    this.position = position;
    this.time = time;
    this.generation = generation;
  }

  /// Whose event it is, as things are before it.
  ///
  /// @param thread its thread, or [#NONE]
  /// @param processor the P of that thread, or [#NONE]
  /// @param goroutine the goroutine on that thread or P, or [#NONE]
  public void by(long thread, long processor, long goroutine) {
    this.thread = thread;
    this.processor = processor;
    this.goroutine = goroutine;
  }

  /// What the event says.
  ///
  /// @param kind what happens
  /// @param subject to which P or goroutine, or [#NONE]
  /// @param value the value that [Kind] names, or [#NONE]
  /// @param other a second value where [Kind] names one, or [#NONE]
  public void about(Kind kind, long subject, long value, long other) {
    this.kind = kind;
    this.subject = subject;
    this.value = value;
    this.other = other;
  }

  /// What happens.
  ///
  /// @return the kind
  public Kind kind() {
    return kind;
  }

  /// Where it is in the file.
  ///
  /// @return its first byte, from 0
  public long position() {
    return position;
  }

  /// Where it is in the order of the run.
  ///
  /// @return from 1
  public long number() {
    return number;
  }

  /// When it happened.
  ///
  /// @return in units of the format's clock
  public long time() {
    return time;
  }

  /// In which generation it was written.
  ///
  /// @return from 1, or 0 in formats without generations
  public long generation() {
    return generation;
  }

  /// The thread that it happened on.
  ///
  /// @return its id as the format has it, or [#NONE]
  public long thread() {
    return thread;
  }

  /// The P of that thread before the event.
  ///
  /// @return its id, or [#NONE]
  public long processor() {
    return processor;
  }

  /// The goroutine on that thread before the event.
  ///
  /// @return its id, or [#NONE]
  public long goroutine() {
    return goroutine;
  }

  /// The P or goroutine that it is about.
  ///
  /// @return its id, or [#NONE]
  public long subject() {
    return subject;
  }

  /// What [Kind] says that it is.
  ///
  /// @return a value, or [#NONE]
  public long value() {
    return value;
  }

  /// A second value, where [Kind] says so.
  ///
  /// @return a value, or [#NONE]
  public long other() {
    return other;
  }
}

package psyscall.model.trace1;

/// How the bytes of an event lie, and what a cursor does with them.
///
/// The first byte has the type in its low six bits; the two bits above say how many numbers follow,
/// or that the next number is the length in bytes of those after it.
enum Shape {
  /// The time since the event before, then the arguments. It is delivered.
  EVENT,
  /// The same, then the length of a text and the text. It is delivered.
  LOG,
  /// As [#EVENT], but not delivered: it stands in the buffer of a P that it has nothing to do with.
  SAMPLE,
  /// Whose the events that follow are, and from when on; without a time of its own.
  BATCH,
  /// How fast the clock is: all events were written. Without a time.
  FREQUENCY,
  /// Numbers that are skipped, without a time.
  REMARK,
  /// A number, how many frames, and the frames; without a time.
  STACK,
  /// A byte, then a number, a length and as many bytes.
  STRING
}

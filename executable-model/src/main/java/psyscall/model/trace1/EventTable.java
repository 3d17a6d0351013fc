package psyscall.model.trace1;

import psyscall.model.observe.Kind;

/// The types of events that one format has, by their byte.
final class EventTable {
  /// How many types six bits can tell.
  static final int CODES = 64;

  /// Of a byte that is no type of this format.
  static final int UNKNOWN = -1;

  /// More frames than this are no stack.
  static final long FRAMES_MAX = 1000;

  /// The longest text, in bytes.
  static final long TEXT_MAX = 1_000_000;

  private static final int EXIT = EventType.GO_SYS_EXIT.code();

  private final int minor;
  private final int[] counts = new int[CODES];
  private final int[] values = new int[CODES];
  private final boolean[] stacks = new boolean[CODES];
  private final Shape[] shapes = new Shape[CODES];
  private final Kind[] kinds = new Kind[CODES];
  private final Move[] moves = new Move[CODES];

  /// The table of a format.
  ///
  /// @param minor the number in the header, such as 5 for `go 1.5 trace`
  EventTable(int minor) {
    this.minor = minor;
    for (int code = 0; code < CODES; code++) {
      counts[code] = UNKNOWN;
      shapes[code] = Shape.EVENT;
      kinds[code] = Kind.OTHER;
      moves[code] = Move.NONE;
    }
    for (EventType type : EventType.values()) {
      if (type.since() <= minor) {
        values[type.code()] = type.values(minor);
        counts[type.code()] = count(type);
        stacks[type.code()] = type.hasStack();
        shapes[type.code()] = type.shape();
        kinds[type.code()] = type.kind();
        moves[type.code()] = type.move();
      }
    }
  }

  private int count(EventType type) {
    int time =
        switch (type.shape()) {
          case EVENT, LOG, SAMPLE -> numbered() ? 2 : 1;
          case BATCH, FREQUENCY, REMARK, STACK, STRING -> 0;
        };
    return time + type.values(minor) + (type.hasStack() ? 1 : 0);
  }

  /// Whether events are counted over all Ps, which the 1.5 format does.
  boolean numbered() {
    return minor < 7;
  }

  /// How many numbers follow a first byte whose two high bits are these, if not the length form.
  int inline(int bits) {
    return bits + (numbered() ? 2 : 1);
  }

  /// How many numbers each frame of a stack has.
  int frameNumbers() {
    return numbered() ? 1 : 4;
  }

  /// How many numbers an event has, its time and stack included, or [#UNKNOWN].
  int count(int code) {
    return counts[code];
  }

  /// How many of them are arguments after the time, without the stack.
  int values(int code) {
    return values[code];
  }

  /// Whether its last number is that of a stack.
  boolean hasStack(int code) {
    return stacks[code];
  }

  /// Whether it has its place in the order not where its P wrote it: in the 1.5 format the end of a
  /// system call tells when it really was.
  boolean moved(int code) {
    return numbered() && code == EXIT;
  }

  /// How its bytes lie.
  Shape shape(int code) {
    return shapes[code];
  }

  /// What it means.
  Kind kind(int code) {
    return kinds[code];
  }

  /// What the order asks of it.
  Move move(int code) {
    return moves[code];
  }

  /// What Go calls a type, for messages.
  static String name(int code) {
    for (EventType type : EventType.values()) {
      if (type.code() == code) {
        return type.goName();
      }
    }
    return "type " + code;
  }
}

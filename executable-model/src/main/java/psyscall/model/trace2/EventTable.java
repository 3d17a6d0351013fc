package psyscall.model.trace2;

import java.util.Arrays;
import psyscall.model.observe.Kind;

/// The events that traces of one release may have in their batches of events, by number.
final class EventTable {
  /// Of a byte that begins no event.
  static final byte NO_EVENT = -1;

  private static final int BYTES = 256;

  private final byte[] arguments = new byte[BYTES];
  private final Kind[] kinds = new Kind[BYTES];
  private final String[] names = new String[BYTES];

  /// The events of a release.
  ///
  /// @param minor the number in the header
  EventTable(int minor) {
    Arrays.fill(arguments, NO_EVENT);
    Arrays.fill(kinds, Kind.OTHER);
    Arrays.fill(names, "");
    for (EventShape shape : EventShape.all()) {
      if (shape.isTimed() && shape.since() <= minor) {
        arguments[shape.number()] = (byte) (shape.arguments().size() - 1);
        kinds[shape.number()] = shape.kind();
        names[shape.number()] = shape.name();
      }
    }
  }

  /// How many arguments follow the time.
  ///
  /// @param number the first byte of an event
  /// @return 0 or more, or [#NO_EVENT]
  int arguments(int number) {
    return arguments[number];
  }

  /// What an event says.
  ///
  /// @param number the first byte of an event
  /// @return its kind
  Kind kind(int number) {
    return kinds[number];
  }

  /// What Go calls it.
  ///
  /// @param number the first byte of an event
  /// @return a name, empty for a byte that begins no event
  String name(int number) {
    return names[number];
  }
}
